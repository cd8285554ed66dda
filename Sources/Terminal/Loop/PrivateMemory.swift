import CSignals

/// Keeps what the program knows of children out of core dumps and of debuggers.
public enum PrivateMemory {
    /// To be called before anything of a child is read.
    public static func keep() { memory_keep_private() }
}
