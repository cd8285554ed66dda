import Domain
import Exchange
import Foundation

/// The system's `sendmail`, which every mail server for Linux brings: it is given a message through a
/// pipe and passes it on. Nothing else of this program reaches a network, and this only where a person has
/// named an address.
enum Sendmail {
    /// Where it stands where the path of a timer or of cron does not say.
    private static let usual = ["/usr/sbin", "/usr/lib"]

    /// Sends lines of text as one message.
    ///
    /// - Throws: a `Failure` of 69 where it is not installed or did not take the message.
    static func send(_ lines: [String], subject: String, to: [MailAddress]) throws {
        guard let program else {
            throw Failure(
                Failure.unavailable,
                "mail needs the program sendmail, which is not installed; install a mail server "
                    + "(apt-get install msmtp-mta) and tell it where your school's mail goes")
        }
        let message = MailMessage(
            from: sender, to: to, subject: subject, at: Clock.now,
            seed: UInt64.random(in: .min ... .max), lines: lines)
        let ending: PipedProgram.Ending
        do {
            ending = try program.run(["-i"] + to.map(\.text), input: Data(message.bytes))
        } catch {
            throw refused("it could not be started")
        }
        guard ending.failure == nil else { throw refused(ending.why) }
    }

    private static func refused(_ words: String) -> Failure {
        Failure(Failure.unavailable, "sendmail has not taken the message: \(words)")
    }

    private static var program: PipedProgram? {
        let path = Environment["PATH"] ?? ""
        return PipedProgram("sendmail", in: path.split(separator: ":").map(String.init) + usual)
    }

    /// The account on this machine; a mail server that must send under another name rewrites it.
    private static var sender: MailAddress {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return .local }
        let host = String(
            decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return MailAddress("\(Workspace.systemLogin)@\(host)") ?? .local
    }
}
