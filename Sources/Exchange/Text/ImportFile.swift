/// A file that a school's system wrote.
public enum ImportFile {
    /// All bytes of a plain file; links, pipes and devices are refused.
    public static func bytes(path: String) throws(FileFault) -> [UInt8] {
        try RegularFile(path: path, followLinks: false).readAll()
    }
}
