import Domain
import Foundation

/// The folder of a bundle, as it is found on disk.
struct BundleFolder {
    let path: String
    /// The kinds whose file is there, in the order of the bundle.
    let kinds: [RecordKind]
    /// Files that end in `.csv` and belong to no kind.
    let strangers: [String]

    init(path: String) throws(BundleRefusal) {
        self.path = path
        let shown = VisibleText.of(path, limit: 200)
        var information = stat()
        guard stat(path, &information) == 0 else {
            throw .noFolder(
                errno == ENOENT || errno == ENOTDIR
                    ? "\(shown): there is no such folder"
                    : "\(shown): cannot be read: \(String(cString: strerror(errno)))")
        }
        guard information.st_mode & S_IFMT == S_IFDIR else {
            throw .noFolder("\(shown): is a file; name the folder that holds the bundle")
        }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw .noFolder("\(shown): cannot be read: \(error.localizedDescription)")
        }
        kinds = RecordKind.allCases.filter { names.contains($0.file) }
        guard !kinds.isEmpty else {
            throw .noFolder(
                "\(shown): is no bundle: no file of one, such as school.csv or pupils.csv, stands in it"
            )
        }
        strangers = names.filter { name in
            name.lowercased().hasSuffix(".csv") && !RecordKind.allCases.contains { $0.file == name }
        }.sorted()
    }

    func open(_ kind: RecordKind) throws(FileFault) -> RegularFile {
        try RegularFile(path: path + "/" + kind.file, followLinks: false)
    }
}
