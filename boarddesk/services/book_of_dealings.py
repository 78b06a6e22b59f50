"""What the register of related-person transactions asks for (S-K 404; Nasdaq 5630; 8 Del. C. §144)."""

from boarddesk.domain.motions import MotionKind, RelatedTransaction
from boarddesk.services.register_fields import DIRECTORS, Ask, Book

RELATED = Book(
    kind=RelatedTransaction,
    thing="a related-person transaction",
    order=lambda _record, row: row.id,
    begin=lambda _record, day: {"effective_on": day},
    width=680,
    shown=(),
    lines=(
        (Ask("person", "Director or officer"),
         Ask("relation", "Relation", "Such as “director”, “spouse of a director”.")),
        (Ask("related_name", "Related person, if another", "A relative or a firm."),
         Ask("counterparty", "Counterparty")),
        (Ask("description", "What it is", lines=2),),
        (Ask("interest", "Interest of the related person", lines=2),),
        (Ask("amount_cents", "Amount over its life, US$", "With similar ones (S-K 404(a))."),
         Ask("interest_cents", "Interest in it, US$", "The related person’s own (S-K 404(a)(4))."),
         Ask("paid_cents", "Paid so far, US$")),
        (Ask("largest_debt_cents", "Largest debt, US$", "Loans only (S-K 404(a)(5))."),
         Ask("debt_cents", "Debt now, US$"), Ask("debt_terms", "Rate and payments")),
        (Ask("effective_on", "Effective on"), Ask("ends_on", "Ends on"),
         Ask("approval_required", "Approval", answers=("Required", "Not required"))),
        (Ask("approved_by", "Approved by", motions=(MotionKind.RELATED_PERSON,)),),
        (Ask("interested", "Directors who are not disinterested", "8 Del. C. §144(e).", among=DIRECTORS),),
        (Ask("facts_disclosed", "All material facts were known to those who approved",
             "8 Del. C. §144(a)(1)."),
         Ask("policy_followed", "The company’s policy was followed", "S-K 404(b).")),
        (Ask("stockholder_vote", "Vote of the disinterested stockholders", "8 Del. C. §144(a)(2)."),),
        (Ask("note", "Note", lines=2),),
    ),
)  # fmt: skip
