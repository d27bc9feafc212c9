using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview.Assigning;
using Awards.Domain.Shared;
using Awards.Domain.Statistics;
using PreReviewVote = Awards.Domain.PreReview.Vote;

namespace Awards.Domain.Tests.Calls;

public sealed class CallFaultsTests
{
    private static readonly CallDefinition Good = CallCase.Definition();

    public static TheoryData<string, Func<CallDefinition, CallDefinition>> Bad() => new()
    {
        { "call.slug", call => call with { Slug = "Groß geschrieben" } },
        { "call.without_title", call => call with { Title = "" } },
        { "call.without_summary", call => call with { Summary = "" } },
        { "call.without_organiser", call => call with { Organiser = "" } },
        { "call.without_prefix", call => call with { NumberPrefix = "" } },
        { "calendar.without_application", call => call with { Phases = [] } },
        { "calendar.end_before_beginning", call => call with { Phases = [new(PhaseKind.Application, CallCase.Deadline, CallCase.Start)] } },
        { "calendar.overlap", call => call with { Phases = [new(PhaseKind.Application, CallCase.Start, CallCase.Deadline), new(PhaseKind.Intake, CallCase.Deadline.AddDays(-1))] } },
        { "calendar.letter", call => call with { Phases = [.. call.Phases, new(PhaseKind.LetterOfIntent, CallCase.Start, CallCase.Deadline.AddDays(1))] } },
        { "call.without_group", call => call with { AwardGroups = [] } },
        { "call.group_takes_nobody", call => call with { AwardGroups = [.. call.AwardGroups, new() { Code = "none", Label = "Niemand" }] } },
        { "call.group_band", call => call with { AwardGroups = [new() { Code = "band", Label = "Band", FromPopulation = 10, BelowPopulation = 10 }] } },
        { "call.groups_overlap", call => call with { AwardGroups = [.. call.AwardGroups, new() { Code = "large", Label = "Groß", FromPopulation = 100_000 }] } },
        { "call.code_twice", call => call with { Criteria = [.. call.Criteria, .. call.Criteria] } },
        { "pairs.min_max", call => call with { Pairs = new() { Min = 3, Max = 2 } } },
        { "pairs.cap", call => call with { Pairs = new() { PairCap = 0 } } },
        { "pairs.many", call => call with { Pairs = new() { Max = 10_001 } } },
        { "pairs.require", call => call with { Pairs = new() { Require = ["planning"] } } },
        { "pairs.goals", call => call with { Pairs = new() { Goals = [AssignmentGoal.Mix, AssignmentGoal.Balance] } } },
        { "call.without_label", call => call with { Pairs = new() { Disciplines = [new("planning", "")] } } },
        { "question.code", call => call with { Criteria = [new("mit blank", "Kriterium")] } },
        { "call.sheet_criterion", call => call with { EntrySheet = call.EntrySheet with { Items = [new("unknown")] } } },
        { "call.sheet_scale", call => call with { EntrySheet = call.EntrySheet with { Min = 5, Max = 5 } } },
        { "call.sheet_weight", call => call with { EntrySheet = call.EntrySheet with { Items = [new("quality", 0)] } } },
        { "call.sheet_twice", call => call with { EntrySheet = call.EntrySheet with { Items = [new("quality"), new("quality", 20)] } } },
        { "call.sheet_without_total", call => call with { EntrySheet = call.EntrySheet with { Items = [new("quality") { Independent = true }] } } },
        { "call.anchor", call => call with { EntrySheet = call.EntrySheet with { Anchors = [new(6, "zu viel")] } } },
        { "call.anchor_twice", call => call with { EntrySheet = call.EntrySheet with { Items = [new("quality") { Anchors = [new(1, "ja"), new(1, "nein")] }] } } },
        { "call.votes", call => call with { EntrySheet = call.EntrySheet with { Votes = [new(PreReviewVote.Suitable)] } } },
        { "call.vote_special", call => call with { EntrySheet = call.EntrySheet with { Votes = [new(PreReviewVote.Suitable), new(PreReviewVote.SuitableForSpecial)] } } },
        { "call.reason_length", call => call with { EntrySheet = call.EntrySheet with { MinReasonLength = 100, MaxReasonLength = 50 } } },
        { "call.review_reminder_days", call => call with { ReviewReminderDays = [3, 3] } },
        { "call.without_project_sheet", call => call with { MaxSingleProjects = 2 } },
        { "call.prize_group", call => call with { Prizes = [new("first", "Erster Preis", 100, ["unknown"])] } },
        { "call.prize_amount", call => call with { Prizes = [new("first", "Erster Preis", 0, ["districts"])] } },
        { "call.limit", call => call with { Limits = new CallLimits { Pages = 0 } } },
        { "call.font", call => call with { Page = new PageSettings { Font = "Comic Sans" } } },
        { "call.letter_without_phase", call => call with { LetterOfIntentRequired = true } },
        { "call.without_questions", call => call with { Questionnaire = new() { Sections = [] } } },
        { "call.table_question", call => call with { Tables = [new() { No = 1, Kind = TableKind.ByType, Question = "unknown" }] } },
        { "call.table_kind", call => call with { Tables = [new() { No = 1, Kind = TableKind.MultipleResponse, Question = "concept" }] } },
        { "privacy.purpose_twice", call => call with { Privacy = new() { Purposes = [new("a", "A"), new("a", "A")] } } },
    };

    [Fact]
    public void A_complete_call_has_no_faults() => CallFaults.Of(Good).ShouldBeEmpty();

    [Theory, MemberData(nameof(Bad))]
    public void Each_fault_is_named(string code, Func<CallDefinition, CallDefinition> spoil) =>
        CallFaults.Of(spoil(Good)).Select(fault => fault.Refusal.Code).ShouldContain(code);

    [Fact]
    public void Population_bands_and_types_decide_together()
    {
        var small = new AwardGroup { Code = "small", Label = "Klein", BelowPopulation = 20_000 };
        var large = new AwardGroup { Code = "large", Label = "Groß", FromPopulation = 20_000 };
        var call = Good with { AwardGroups = [small, large] };
        CallFaults.Of(call).ShouldBeEmpty();
        call.GroupFor(MunicipalityType.District, 19_999).ShouldBe(small);
        call.GroupFor(MunicipalityType.District, 20_000).ShouldBe(large);
        call.GroupFor(MunicipalityType.District).ShouldBeNull();
        var towns = small with { Types = ["KA"] };
        (call with { AwardGroups = [towns] }).GroupFor(MunicipalityType.District, 5).ShouldBeNull();
    }

    [Fact]
    public void A_draft_may_be_anything_and_is_released_only_when_nothing_is_missing()
    {
        var call = Call.Create(NewCalls.Blank(new("Neu", "neu-2027", "N"), CallCase.Start));
        call.IsIn(PhaseKind.Application, CallCase.Start).ShouldBeFalse();
        call.Release().Refusal.ShouldNotBeNull();
        call.Redefine(Good with { Draft = true }, CallUsage.None).Refusal.ShouldBeNull();
        call.Release().Refusal.ShouldBeNull();
        call.IsIn(PhaseKind.Application, CallCase.Start).ShouldBeTrue();
        call.Release().Refusal!.Code.ShouldBe("call.released");
    }

    [Fact]
    public void The_next_edition_is_everything_as_it_was_with_moved_dates()
    {
        var extended = Calendar.Extend(Good, PhaseKind.Application, CallCase.Deadline.AddDays(7), "Ferien", CallCase.Start).Fact;
        var copy = NewCalls.Copy(extended, new("Muster 2028", "muster-2028", "M-2028"), GermanTime.Utc(new(2028, 1, 1)));
        copy.Draft.ShouldBeTrue();
        copy.Extensions.ShouldBeNull();
        GermanTime.Local(copy.Phases[0].From).ShouldBe(new DateTime(2028, 1, 1));
        copy.Phases.Select(phase => (phase.Kind, Days: (phase.Until - phase.From)?.Days)).ShouldBe(extended.Phases.Select(phase => (phase.Kind, Days: (phase.Until - phase.From)?.Days)));
        JsonSerializer.Serialize(copy with { Slug = extended.Slug, NumberPrefix = extended.NumberPrefix, Title = extended.Title, Draft = false, Phases = extended.Phases, Extensions = extended.Extensions }, CallDefinition.Json)
            .ShouldBe(JsonSerializer.Serialize(extended, CallDefinition.Json));
    }
}
