/// The data files that travel inside the binary, so that it runs from anywhere.
public enum EmbeddedFile {
    /// The register's codes: code, session, category, meaning and dates of validity.
    public static var attendanceCodes: [UInt8] { PackageResources.attendance_codes_csv }
    /// England's bank holidays.
    public static var bankHolidays: [UInt8] { PackageResources.bank_holidays_csv }
    /// The policy's clauses in our wording.
    public static var clauses: [UInt8] { PackageResources.clauses_csv }
    /// The bands of a strengths and difficulties questionnaire, by informant and scale.
    public static var sdqBands: [UInt8] { PackageResources.sdq_bands_csv }
    /// What law and national guidance set.
    public static var england: [UInt8] { PackageResources.england_toml }
    /// The rules on the general shapes, with their words and days.
    public static var rules: [UInt8] { PackageResources.rules_toml }
    /// What a Hertfordshire school and its governors choose, laid over England's.
    public static var hertfordshire: [UInt8] { PackageResources.hertfordshire_toml }
    /// An invented authority's policy, laid over Hertfordshire's.
    public static var northmarsh: [UInt8] { PackageResources.northmarsh_toml }
    /// Forenames of the invented school, one a line.
    public static var demoForenames: [UInt8] { PackageResources.forenames_txt }
    /// Surnames of the invented school, one a line.
    public static var demoSurnames: [UInt8] { PackageResources.surnames_txt }
    /// Targets of the invented PEPs, one a line: area|target|how success shows.
    public static var demoTargets: [UInt8] { PackageResources.targets_txt }
}
