"""The words of the document room: what is signed, which records are formal, what is produced and why not."""

from boarddesk.domain.document_room import FormalRecord, Ruling, SigningMatter, WithholdingGround

SIGNED = {
    SigningMatter.CONTRACTS: "Contracts",
    SigningMatter.SPENDING: "Spending",
    SigningMatter.CAPITAL: "Capital expenditure",
    SigningMatter.BORROWING: "Borrowing",
    SigningMatter.GUARANTEES: "Guarantees",
    SigningMatter.BANKING: "Bank accounts",
    SigningMatter.REAL_ESTATE: "Real estate",
    SigningMatter.ACQUISITIONS: "Acquisitions and disposals",
    SigningMatter.EQUITY: "Issue of stock",
    SigningMatter.SETTLEMENTS: "Settlement of claims",
    SigningMatter.EMPLOYMENT: "Employment",
    SigningMatter.FILINGS: "Filings",
    SigningMatter.OTHER: "Other matters",
}
FORMAL_RECORDS = {
    FormalRecord.CERTIFICATE: "Certificate of incorporation",
    FormalRecord.BYLAWS: "Bylaws",
    FormalRecord.STOCKHOLDER_MINUTES: "Minutes and consents of stockholders",
    FormalRecord.STOCKHOLDER_LETTERS: "Communications to stockholders generally",
    FormalRecord.MINUTES: "Minutes of the board and its committees",
    FormalRecord.CONSENTS: "Written consents of the board and its committees",
    FormalRecord.MATERIALS: "Materials given to the board and its committees",
    FormalRecord.STATEMENTS: "Annual financial statements",
    FormalRecord.AGREEMENTS: "Agreements under section 122(18)",
    FormalRecord.QUESTIONNAIRES: "Independence questionnaires",
}
"""In the words of 8 Del. C. §220(a)(1), as in force since 25 March 2025."""
RULINGS = {Ruling.PRODUCE: "Produce", Ruling.WITHHOLD: "Withhold", Ruling.REDACT: "Produce in part"}
GROUNDS = {
    WithholdingGround.PRIVILEGE: "Attorney-client privilege",
    WithholdingGround.WORK_PRODUCT: "Work product",
    WithholdingGround.UNRELATED: "Not related to the purpose",
    WithholdingGround.OUTSIDE: "Outside the scope",
    WithholdingGround.CONFIDENTIAL: "Terms of confidentiality not agreed yet",
}
