using Awards.Domain.PreReview;
using Awards.Domain.Shared;

namespace Awards.Domain.Tests.PreReview;

public sealed class ShortReportTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly ReportActor Writer = new(Guid.CreateVersion7(), false, false), Editor = new(Guid.CreateVersion7(), false, true), Lead = new(Guid.CreateVersion7(), true, false);
    private static readonly ReportRules Rules = new() { DescriptionWords = 20, ReasonsWords = 20 };
    private static readonly ReportText Text = new("Ein offenes Haus.", "Es wirkt.");

    private static WriteContext By(ReportActor actor) => new(actor.Person, Now);

    [Fact]
    public void It_goes_from_its_writer_over_an_editor_to_final()
    {
        var report = Written();
        report.Present(Rules, 0, Writer, By(Writer)).Fact.State.ShouldBe(ReportState.Presented);
        report.Check(Rules, 0, Editor, By(Editor)).Fact.State.ShouldBe(ReportState.Checked);
        report.Finish(0, Editor, By(Editor)).Fact.State.ShouldBe(ReportState.Final);
        report.Versions.Select(version => version.Number).ShouldBe([1]);
    }

    [Fact]
    public void Words_over_the_limit_are_said_with_their_number_and_are_no_reason_not_to_save()
    {
        var report = Assigned();
        report.Save(new(Words(23), ""), 0, keep: false, Writer, By(Writer)).Refused(out _).ShouldBeFalse();
        report.Present(Rules, 0, Writer, By(Writer)).Refusal!.ToString().ShouldBe("Die Kurzbeschreibung hat 23 Wörter, erlaubt sind 20. Bitte kürzen Sie sie um 3.");
        Rules.Faults(new("", Words(21))).Select(fault => (fault.Field, fault.Refusal.Code)).ShouldBe([("Description", "report.without_description"), ("Reasons", "report.reasons_too_long")]);
    }

    [Fact]
    public void Only_whose_turn_it_is_may_write()
    {
        var report = Written();
        foreach (var (actor, may) in new[] { (Writer, true), (Editor, false), (Lead, false) }) report.MayWrite(actor).ShouldBe(may);
        _ = report.Present(Rules, 0, Writer, By(Writer)).Fact;
        foreach (var (actor, may) in new[] { (Writer, false), (Editor, true), (Lead, true) }) report.MayWrite(actor).ShouldBe(may);
        report.Save(Text, 0, keep: false, Writer, By(Writer)).Refusal!.Code.ShouldBe("report.not_your_turn");
        _ = report.Check(Rules, 0, Editor, By(Editor)).Fact;
        foreach (var actor in new[] { Writer, Editor, Lead }) report.MayWrite(actor).ShouldBeFalse();
    }

    [Fact]
    public void Nobody_checks_what_they_wrote()
    {
        var report = Begun();
        _ = report.Assign(Lead.Person, [Lead.Person], Lead, By(Lead)).Fact;
        _ = report.Save(Text, 0, keep: true, Lead, By(Lead)).Fact;
        _ = report.Present(Rules, 0, Lead, By(Lead)).Fact;
        report.Check(Rules, 0, Lead, By(Lead)).Refusal!.Code.ShouldBe("report.own");
        report.Check(Rules, 0, Editor, By(Editor)).Refused(out _).ShouldBeFalse();
    }

    [Fact]
    public void It_goes_back_with_a_reason_only()
    {
        var report = Presented();
        report.Return(" ", 0, Editor, By(Editor)).Refusal!.Code.ShouldBe("report.without_reason");
        report.Return("Bitte kürzer.", 0, Editor, By(Editor)).Fact.State.ShouldBe(ReportState.Draft);
        report.ReturnReason.ShouldBe("Bitte kürzer.");
        report.Present(Rules, 0, Writer, By(Writer)).Fact.ReturnReason.ShouldBe("");
    }

    [Fact]
    public void A_final_one_is_opened_by_the_lead_alone_and_with_a_reason()
    {
        var report = Presented();
        _ = report.Check(Rules, 0, Editor, By(Editor)).Fact;
        _ = report.Finish(0, Editor, By(Editor)).Fact;
        report.Return("Nein.", 0, Lead, By(Lead)).Refusal!.Code.ShouldBe("report.not_presented");
        report.Reopen("Doch.", 0, Editor, By(Editor)).Refusal!.Code.ShouldBe("report.not_lead");
        report.Reopen("", 0, Lead, By(Lead)).Refusal!.Code.ShouldBe("report.without_reason");
        report.Reopen("Zahl falsch.", 0, Lead, By(Lead)).Fact.State.ShouldBe(ReportState.Draft);
    }

    [Fact]
    public void It_is_given_to_the_pair_or_the_lead_and_not_once_it_is_checked()
    {
        var report = Presented();
        report.Assign(Guid.CreateVersion7(), [Writer.Person], Lead, By(Lead)).Refusal!.Code.ShouldBe("report.foreign_writer");
        report.Assign(Writer.Person, [Writer.Person], Editor, By(Editor)).Refusal!.Code.ShouldBe("report.not_lead");
        report.Assign(Lead.Person, [Writer.Person, Lead.Person], Lead, By(Lead)).Fact.State.ShouldBe(ReportState.Draft);
        var other = Presented();
        _ = other.Check(Rules, 0, Editor, By(Editor)).Fact;
        other.Assign(Lead.Person, [Lead.Person], Lead, By(Lead)).Refusal!.Code.ShouldBe("report.assigned_late");
    }

    [Fact]
    public void A_version_is_kept_at_each_step_that_changed_the_text()
    {
        var report = Assigned();
        _ = report.Save(new("Eins", ""), 0, keep: false, Writer, By(Writer)).Fact;
        report.Versions.ShouldBeEmpty();
        _ = report.Save(new("Eins", ""), 0, keep: true, Writer, By(Writer)).Fact;
        _ = report.Save(Text, 0, keep: false, Writer, By(Writer)).Fact;
        _ = report.Present(Rules, 0, Writer, By(Writer)).Fact;
        _ = report.Save(Text with { Reasons = "Es wirkt gut." }, 0, keep: true, Editor, By(Editor)).Fact;
        _ = report.Check(Rules, 0, Editor, By(Editor)).Fact;
        report.Versions.Select(version => (version.Number, version.Description, version.Reasons, version.KeptBy)).ShouldBe(
            [(1, "Eins", "", Writer.Person), (2, Text.Description, Text.Reasons, Writer.Person), (3, Text.Description, "Es wirkt gut.", Editor.Person)]);
    }

    [Fact]
    public void What_changed_since_it_was_seen_is_not_overwritten()
    {
        Written().Save(Text, 1, keep: false, Writer, By(Writer)).Refusal.ShouldBe(Awards.Domain.Applications.ApplicationRules.Stale);
        Presented().Check(Rules, 1, Editor, By(Editor)).Refusal.ShouldBe(Awards.Domain.Applications.ApplicationRules.Stale);
    }

    [Fact]
    public void Text_that_somebody_wrote_is_no_longer_generated()
    {
        var report = ShortReport.Generated(Proposal(), Text, Writer.Person, Now);
        _ = report.Reopen("Neu schreiben.", 0, Lead, By(Lead)).Fact;
        report.IsGenerated.ShouldBeTrue();
        report.Save(Text with { Reasons = "Selbst." }, 0, keep: true, Writer, By(Writer)).Fact.IsGenerated.ShouldBeFalse();
    }

    // Settling needs a call, an entry and two reviews, which say nothing here: a bare one proposes an entry in its group.
    private static ConsensusResult Proposal() => (ConsensusResult)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(ConsensusResult));

    private static ShortReport Begun() => ShortReport.Begin(Proposal(), By(Lead)).Fact;

    private static ShortReport Assigned() => Begun().Assign(Writer.Person, [Writer.Person], Lead, By(Lead)).Fact;

    private static ShortReport Written() => Assigned().Save(Text, 0, keep: true, Writer, By(Writer)).Fact;

    private static ShortReport Presented() => Written().Present(Rules, 0, Writer, By(Writer)).Fact;

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("Wort", count));
}
