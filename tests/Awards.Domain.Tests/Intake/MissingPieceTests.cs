using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Shared;
using Awards.Domain.Tests.Calls;
using Awards.Domain.Tests.PreReview;

namespace Awards.Domain.Tests.Intake;

public sealed class MissingPieceTests
{
    private static readonly DateTime Now = GermanTime.Utc(new(2027, 5, 3, 10, 0, 0));
    private readonly Call _call = Call.Create(CallCase.Definition());

    [Theory]
    [InlineData("", "2027-05-10", "piece.without_text")]
    [InlineData("Der Beschluss", null, "piece.without_date")]
    [InlineData("Der Beschluss", "2027-05-02", "piece.date")]
    [InlineData("Der Beschluss", "2029-05-02", "piece.date")]
    public void Asking_needs_a_text_and_a_day_ahead(string text, string? day, string code) =>
        MissingPieceRequest.Ask(PreReviewCase.Submitted(_call), text, day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"), By()).Refusal!.Code.ShouldBe(code);

    [Fact]
    public void The_last_day_is_in_time_to_its_end_and_an_answer_is_never_overdue()
    {
        var piece = Asked();
        var midnight = GermanTime.Utc(new(2027, 5, 11));
        (piece.IsOverdue(midnight.AddTicks(-1)), piece.IsOverdue(midnight)).ShouldBe((false, true));
        _ = piece.Reply("Liegt bei", 0, 0, By()).Fact;
        piece.IsOverdue(midnight).ShouldBeFalse();
    }

    [Fact]
    public void An_answer_has_words_or_files_can_be_changed_until_it_is_closed_and_never_unseen()
    {
        var piece = Asked();
        piece.Reply(" ", 0, 0, By()).Refusal!.Code.ShouldBe("piece.empty_answer");
        piece.Reply("", 1, 0, By()).Refusal.ShouldBeNull();
        piece.Reply("Mit Worten", 1, 7, By()).Refusal!.Code.ShouldBe("piece.stale");
        piece.Reply("Mit Worten", 1, 0, By()).Fact.Answer.ShouldBe("Mit Worten");
        piece.Remind(0, By()).Refusal!.Code.ShouldBe("piece.answered");
        _ = piece.Close("passt", 0, By()).Fact;
        piece.Reply("zu spät", 1, 0, By()).Refusal!.Code.ShouldBe("piece.closed");
        piece.Close(null, 0, By()).Refusal!.Code.ShouldBe("piece.closed");
        MissingPieceFile.Add(piece, Guid.CreateVersion7(), 0).Refusal!.Code.ShouldBe("piece.closed");
    }

    [Fact]
    public void Nothing_is_asked_of_a_draft_or_of_what_is_excluded()
    {
        var draft = Application.TakeOver(_call, new ArrivedEntry { ApplicantName = "A", Channel = Channel.Web, Answers = AnswerSet.Empty }, Now);
        MissingPieceRequest.Ask(draft, "x", new(2027, 5, 10), By()).Refusal!.Code.ShouldBe("piece.not_submitted");
        var excluded = PreReviewCase.Submitted(_call);
        _ = Admission.Exclude(excluded, By("Grund")).Fact;
        MissingPieceRequest.Ask(excluded, "x", new(2027, 5, 10), By()).Refusal!.Code.ShouldBe("piece.not_submitted");
    }

    private MissingPieceRequest Asked() => MissingPieceRequest.Ask(PreReviewCase.Submitted(_call), "Der Beschluss", new(2027, 5, 10), By()).Fact;

    private static WriteContext By(string? why = null) => new(Guid.CreateVersion7(), Now, why);
}
