import Domain
import Testing

struct UPNTests {
    @Test(
        "The check letter fits the digits",
        arguments: [
            "B801200005001", "R674123101121", "P207000016049", "M919208121001", "D919208125017",
            "Y823432118007", "K919204525001", "Z919204525002", "J919204525010", "P820200025123",
            "X919999924003", "A000000000000", "F999999999999", "C91920812600A", "D91920812600T",
            "G91920452500Z",
        ])
    func valid(_ text: String) throws {
        let upn = try #require(UPN(text))
        #expect(upn.hasRightCheckLetter)
        #expect(upn.text == text)
    }

    @Test(
        "A wrong check letter is noticed, not refused",
        arguments: ["A801200005001", "Q207000016049", "C91920812600T"])
    func wrongLetter(_ text: String) throws {
        #expect(try !#require(UPN(text)).hasRightCheckLetter)
    }

    @Test("Every other check letter is wrong for the same digits")
    func onlyOneLetter() {
        let right = "ABCDEFGHJKLMNPQRTUVWXYZ".filter {
            UPN("\($0)919208121001")?.hasRightCheckLetter == true
        }
        #expect(right == "M")
    }

    @Test("Case and spaces do not matter")
    func normalised() {
        #expect(UPN("b801 2000 05 001")?.text == "B801200005001")
    }

    @Test(
        "What has not the form of a UPN is refused, even where the sum fits",
        arguments: [
            "", "X80120000A001", "I801200005001", "O801200005001", "S801200005001", "1801200005001",
            "B80120000500", "B8012000050011", "B80120000500I", "B80120000500O", "B80120000500S",
            "B801200005-01", "B８01200005001", "UN1",
        ])
    func refused(_ text: String) { #expect(UPN(text) == nil) }
}
