/// The profiles of authorities that travel inside the program.
///
/// They are a target of their own because two files of one name in one target cannot both be embedded,
/// and an authority's policy and its profile have the same name.
public enum AuthorityFiles {
    /// Each with the name of its file, the one of every other authority first.
    public static var all: [(name: String, bytes: [UInt8])] {
        [
            ("default.toml", PackageResources.default_toml),
            ("central-bedfordshire.toml", PackageResources.central_bedfordshire_toml),
            ("hertfordshire.toml", PackageResources.hertfordshire_toml),
            ("lancashire.toml", PackageResources.lancashire_toml),
            ("northmarsh.toml", PackageResources.northmarsh_toml),
            ("st-helens.toml", PackageResources.st_helens_toml),
        ]
    }
}
