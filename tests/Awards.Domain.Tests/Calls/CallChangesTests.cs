using Awards.Domain.Calls;

namespace Awards.Domain.Tests.Calls;

/// <summary>What may change once a call is released.</summary>
public sealed class CallChangesTests
{
    private static readonly SingleChoiceQuestion Leads = new() { Code = "leads", Text = "Wer leitet?", Options = [new("mayor", "Bürgermeisteramt"), new("social", "Sozialamt"), new("other", "Weitere", OtherText: true)] };
    private static readonly WholeNumberQuestion Staff = new() { Code = "staff", Text = "Wie viele?", AskedIf = new ChosenCondition("leads", ["social"]) };
    private static readonly AnswerSet Social = AnswerSet.Empty.With("leads", "social").With("staff", "12");
    private static readonly CallDefinition Before = CallCase.Definition(Leads, Staff);

    private static IEnumerable<string> Codes(CallDefinition after, CallUsage? usage = null) => CallChanges.Refusals(Before, after, usage ?? CallCase.Answered(Social)).Select(refusal => refusal.Code);

    [Fact]
    public void Wording_order_and_new_voluntary_questions_may_change()
    {
        var after = Before.With(new YesNoQuestion { Code = "fresh", Text = "Neu?" }, Leads with { Text = "Wer leitet das Vorhaben?", Options = [Leads.Options[1] with { Label = "Amt für Soziales" }, .. Leads.Options.Where(option => option.Code != "social")] }, Staff);
        Codes(after).ShouldBeEmpty();
    }

    [Fact]
    public void An_answered_question_cannot_vanish_and_an_unanswered_one_can()
    {
        var refusal = CallChanges.Refusals(Before, Before.With(Leads), CallCase.Answered(Social)).Single();
        refusal.Code.ShouldBe("change.question_gone");
        refusal.ToString().ShouldContain("M-2027-E001");
        Codes(Before.With(Leads), CallCase.Answered(AnswerSet.Empty.With("leads", "mayor"))).ShouldBeEmpty();
    }

    [Fact]
    public void An_option_in_use_cannot_vanish_and_another_can()
    {
        Codes(Before.With(Leads with { Options = [.. Leads.Options.Where(option => option.Code != "social")] }, Staff)).ShouldContain("change.answer_broken");
        Codes(Before.With(Leads with { Options = [.. Leads.Options.Where(option => option.Code != "mayor")] }, Staff)).ShouldBeEmpty();
    }

    [Fact]
    public void Limits_may_be_narrowed_only_around_the_answers()
    {
        Codes(Before.With(Leads, Staff with { Max = 12 })).ShouldBeEmpty();
        Codes(Before.With(Leads, Staff with { Max = 11 })).ShouldBe(["change.answer_broken"]);
    }

    [Fact]
    public void A_type_cannot_change_under_answers() =>
        Codes(Before.With(Leads, new YesNoQuestion { Code = "staff", Text = "?" })).ShouldContain("change.answer_broken");

    [Fact]
    public void A_condition_cannot_silence_answers() =>
        Codes(Before.With(Leads, Staff with { AskedIf = new ChosenCondition("leads", ["mayor"]) })).ShouldBe(["change.answer_unasked"]);

    [Fact]
    public void Who_has_handed_in_cannot_be_asked_for_more()
    {
        var fresh = new YesNoQuestion { Code = "fresh", Text = "Neu?", Required = true };
        Codes(Before.With(Leads, Staff, fresh)).ShouldBe(["change.newly_required"]);
        Codes(Before.With(Leads, Staff, fresh), new() { Answers = [new("Musterstadt 1", false, Social)] }).ShouldBeEmpty();
        Codes(Before.With(Leads, Staff with { Required = true })).ShouldBeEmpty();
    }

    [Fact]
    public void Judging_stays_as_it_is_once_it_has_begun()
    {
        var used = new CallUsage { Groups = new HashSet<string> { "districts" }, HasReviews = true, HasAwards = true, MostProjects = 0 };
        Codes(Before with { AwardGroups = [.. Before.AwardGroups.Where(group => group.Code != "districts")] }, used).ShouldBe(["change.group_gone"]);
        Codes(Before with { AwardGroups = [.. Before.AwardGroups.Where(group => group.Code == "districts")] }, used).ShouldBeEmpty();
        Codes(Before with { EntrySheet = Before.EntrySheet with { Max = 10 } }, used).ShouldBe(["change.sheet"]);
        Codes(Before with { EntrySheet = Before.EntrySheet with { Items = [new("quality", 20)] } }, used).ShouldBe(["change.weights"]);
        Codes(Before with { EntrySheet = Before.EntrySheet with { Items = [new("quality", 20)] } }, used with { HasAwards = false }).ShouldBeEmpty();
        Codes(Before with { EntrySheet = Before.EntrySheet with { Items = [new("quality") { Comment = CommentRule.Required, Anchors = [new(0, "nichts")] }] } }, used).ShouldBeEmpty();
        Codes(Before with { EntrySheet = Before.EntrySheet with { Votes = [new(Awards.Domain.PreReview.Vote.Suitable)] } }, used).ShouldBe(["change.sheet"]);
        Codes(Before with { Criteria = [new("quality", "Güte")] }, used).ShouldBeEmpty();
    }

    [Fact]
    public void A_public_deadline_changes_by_extension_only()
    {
        Codes(Before with { Phases = [.. Before.Phases.Select(phase => phase.Kind == PhaseKind.Application ? phase with { Until = CallCase.Deadline.AddDays(-1) } : phase)] }).ShouldBe(["change.deadline"]);
        Codes(Calendar.Extend(Before, PhaseKind.Application, CallCase.Deadline.AddDays(1), "Ferien", CallCase.Start).Fact).ShouldBeEmpty();
    }

    [Fact]
    public void Address_and_numbers_of_a_released_call_stay() =>
        Codes(Before with { Slug = "anders", NumberPrefix = "X", Draft = true }).ShouldBe(["change.slug", "change.prefix", "change.draft"]);

    [Fact]
    public void A_changed_consent_needs_a_higher_version()
    {
        var consent = new ConsentDefinition("photos", 1, "Fotos dürfen gezeigt werden.");
        var before = Before with { Privacy = new() { Consents = [consent] } };
        CallChanges.Refusals(before, before with { Privacy = new() { Consents = [consent with { Text = "Filme auch." }] } }, CallUsage.None).Single().Code.ShouldBe("privacy.version_not_raised");
        CallChanges.Refusals(before, before with { Privacy = new() { Consents = [consent with { Text = "Filme auch.", Version = 2 }] } }, CallUsage.None).ShouldBeEmpty();
    }

    [Fact]
    public void A_discipline_that_somebody_has_cannot_vanish_and_another_can()
    {
        var before = Before with { Pairs = new() { Disciplines = [new("planning", "Planung"), new("social", "Soziales")] } };
        var usage = new CallUsage { Disciplines = new Dictionary<string, IReadOnlyList<string>> { ["planning"] = ["Vorprüfung 1", "Vorprüfung 2"] } };
        CallChanges.Refusals(before, before with { Pairs = new() { Disciplines = [new("planning", "Stadtplanung")] } }, usage).ShouldBeEmpty();
        CallChanges.Refusals(before, before with { Pairs = null }, usage).Single().ToString().ShouldContain("„Planung“ haben schon Prüfende: Vorprüfung 1, Vorprüfung 2");
    }
}
