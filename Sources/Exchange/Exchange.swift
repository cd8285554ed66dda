import Domain
import Resources
import TOMLKit
