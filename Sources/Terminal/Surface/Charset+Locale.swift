import CNcurses

extension Charset {
    /// What the person's locale says; `--ascii` overrides it.
    ///
    /// A server often lacks the locale that `ssh` brings with it: its name alone then says that the
    /// terminal shows UTF-8, and the locale that every Debian has stands in for it.
    public static func ofLocale(
        environment: (String) -> String?, isASCIIAsked: Bool = false
    ) -> Charset {
        if isASCIIAsked { return .ascii }
        if setlocale(LC_CTYPE, "") == nil, isUTF8(wanted(environment)) {
            setlocale(LC_CTYPE, "C.UTF-8")
        }
        return isUTF8(String(cString: screen_codeset())) ? .utf8 : .ascii
    }

    private static func wanted(_ environment: (String) -> String?) -> String {
        ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
    }

    private static func isUTF8(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasSuffix("utf-8") || name.hasSuffix("utf8")
    }
}
