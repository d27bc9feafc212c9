using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data.Seeding;

namespace Awards.Domain.Tests.PreReview;

/// <summary>A call with one entry of two single projects, and two persons who review it.</summary>
internal sealed class PreReviewCase
{
    public static readonly DateTime Now = new(2026, 5, 4, 8, 0, 0, DateTimeKind.Utc);

    public Call Call { get; } = Awards.Domain.Calls.Call.Create(PlainSheets.Of(AwardsHost.Seed.Call(DemoSeeder.Today)));
    public Entry Entry { get; }
    public Guid One { get; } = Guid.CreateVersion7();
    public Guid Two { get; } = Guid.CreateVersion7();
    public Guid Three { get; } = Guid.CreateVersion7();
    public Review First { get; }
    public Review Second { get; }

    public PreReviewCase(Func<CallDefinition, CallDefinition>? change = null)
    {
        if (change is not null) Call = Awards.Domain.Calls.Call.Create(change(Call.Definition));
        var application = Submitted(Call);
        Entry = Admission.Admit(application, Call, 1, null, By(Guid.CreateVersion7())).Fact.Entry;
        First = Review.Open(Call.Definition, Entry, One);
        Second = Review.Open(Call.Definition, Entry, Two);
    }

    public static WriteContext By(Guid person, string? why = null) => new(person, Now, why);

    public static Application Submitted(Call call, MunicipalityType? type = MunicipalityType.District)
    {
        var application = Application.TakeOver(call, new ArrivedEntry
        {
            ApplicantName = "Musterkreis",
            Channel = Channel.Web,
            Type = type,
            Answers = AnswerSet.Empty,
            Texts = new ApplicationTexts { Title = "Beitrag" },
            Projects = [new("Projekt A"), new("Projekt B")],
        }, Now);
        application.SubmitTakenOver(call, 1, Now);
        return application;
    }

    public ReviewContent Content(Review review, int? points = 3, Vote? vote = Vote.Suitable, string reasons = "Eine Begründung, die lang genug ist.") => new(
        [.. review.Sheets.Select(sheet => (sheet.ProjectId, new SheetContent(ReviewSheet.NoRatings.AddRange(
            (sheet.ProjectId is null ? Call.Definition.EntrySheet : Call.Definition.ProjectSheet!).Items.Select(item => KeyValuePair.Create(item.Criterion, points))))))], vote, reasons);

    public Review HandIn(Review review, int? points = 3, Vote vote = Vote.Suitable)
    {
        _ = review.Save(Call.Definition, Content(review, points, vote), review.Version, By(review.ReviewerId)).Fact;
        return review.HandIn(Call.Definition, review.Version, By(review.ReviewerId)).Fact;
    }
}
