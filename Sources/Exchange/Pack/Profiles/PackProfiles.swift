import Authorities
import Domain

/// The profiles of authorities, laid over one another file by file.
struct PackProfiles {
    /// The key that says that a file is an authority's profile and no pack.
    static let marker = "authority-profile"

    private(set) var profiles: [AuthorityProfile] = []

    /// Those that travel inside the program.
    init(noting faults: inout PackFaultList) {
        for (name, bytes) in AuthorityFiles.all {
            guard
                let document = faults.note({ () throws(PackFault) in
                    try PackDocument(file: name, bytes: bytes)
                })
            else { continue }
            lay(document, noting: &faults)
        }
    }

    /// Whether a file is a profile, be it a good one or not.
    static func isProfile(_ document: PackDocument) -> Bool { document.root[marker] != nil }

    /// Lays a file over the profile of the same authority; one that is new stands behind the others.
    mutating func lay(_ document: PackDocument, noting faults: inout PackFaultList) {
        var reader = ProfileReader(document, faults)
        let read = reader.profile()
        faults = reader.faults
        guard let read else { return }
        if let place = profiles.lastIndex(where: { $0.isMeant(by: read.name) }) {
            profiles[place] = profiles[place].laid(under: read)
        } else {
            profiles.append(read)
        }
    }
}
