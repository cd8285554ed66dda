import GRDB
import CCrypto
import Domain
