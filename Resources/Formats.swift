extension EmbeddedFile {
    /// The headings of one school system: `sims`, `arbor`, `bromcom`, `scholarpack`, `generic`;
    /// `words`, what their cells hold; and `kinds`, the kinds of file.
    public static func format(_ name: String) -> [UInt8]? {
        switch name {
        case "sims": PackageResources.sims_toml
        case "arbor": PackageResources.arbor_toml
        case "bromcom": PackageResources.bromcom_toml
        case "scholarpack": PackageResources.scholarpack_toml
        case "generic": PackageResources.generic_toml
        case "words": PackageResources.words_toml
        case "kinds": PackageResources.kinds_toml
        default: nil
        }
    }
}
