using Awards.Domain.Calls;
using Awards.Domain.Jury;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Domain.Tests.Jury;

public sealed class AwardTests
{
    private readonly Call _call = JuryCase.Call();

    [Fact]
    public void An_award_keeps_what_was_decided_by_whom_and_when()
    {
        var entry = JuryCase.Entry(_call);
        var write = JuryCase.Write();
        var award = Award.Record(_call, entry, new("special", JuryCase.Small, entry.Projects[0].Id, "Weil es trägt."), [], write).Fact;
        (award.CallId, award.EntryId, award.ProjectId, award.GroupCode, award.Cents, award.Reasons, award.RecordedAt, award.RecordedBy)
            .ShouldBe((_call.Id, entry.Id, entry.Projects[0].Id, "special", JuryCase.Small, "Weil es trägt.", write.When, write.Who));
    }

    [Fact]
    public void The_last_cent_of_the_budget_can_be_given_and_no_more()
    {
        var call = JuryCase.Call(2 * JuryCase.Large);
        var soFar = new List<Award> { Record(call, 1) };
        soFar.Add(Award.Record(call, JuryCase.Entry(call, 2), new("cities", JuryCase.Large), soFar, JuryCase.Write()).Fact);
        var refusal = Award.Record(call, JuryCase.Entry(call, 3), new("special", JuryCase.Small), soFar, JuryCase.Write()).Refusal!;
        refusal.Code.ShouldBe("award.over_budget");
        refusal.ToString().ShouldBe("Das übersteigt das Budget: 0 Euro sind noch frei, 10.000 Euro wären nötig.");
    }

    [Fact]
    public void An_entry_is_awarded_once()
    {
        var entry = JuryCase.Entry(_call);
        var first = Award.Record(_call, entry, new("cities", JuryCase.Large), [], JuryCase.Write()).Fact;
        Code(Award.Record(_call, entry, new("special", JuryCase.Small), [first], JuryCase.Write())).ShouldBe("award.twice");
    }

    [Fact]
    public void A_group_takes_its_own_entries_and_a_special_category_takes_all()
    {
        var district = JuryCase.Entry(_call, 1, MunicipalityType.District);
        Code(Award.Record(_call, district, new("cities", JuryCase.Large), [], JuryCase.Write())).ShouldBe("award.other_group");
        Code(Award.Record(_call, district, new("unknown", JuryCase.Large), [], JuryCase.Write())).ShouldBe("award.unknown_group");
        Award.Record(_call, district, new("special", JuryCase.Small), [], JuryCase.Write()).Fact.GroupCode.ShouldBe("special");
    }

    [Fact]
    public void Only_prizes_of_the_group_can_be_given()
    {
        var entry = JuryCase.Entry(_call);
        Code(Award.Record(_call, entry, new("cities", JuryCase.Small), [], JuryCase.Write())).ShouldBe("award.no_such_prize");
        Code(Award.Record(_call, entry, new("special", JuryCase.Large), [], JuryCase.Write())).ShouldBe("award.no_such_prize");
        Code(Award.Record(_call, entry, new("cities", 0), [], JuryCase.Write())).ShouldBe("award.no_such_prize");
    }

    [Fact]
    public void A_single_project_must_be_the_entrys_own_and_wins_only_in_a_special_category()
    {
        var (entry, other) = (JuryCase.Entry(_call), JuryCase.Entry(_call, 2));
        Code(Award.Record(_call, entry, new("special", JuryCase.Small, other.Projects[0].Id), [], JuryCase.Write())).ShouldBe("award.foreign_project");
        Code(Award.Record(_call, entry, new("cities", JuryCase.Large, entry.Projects[0].Id), [], JuryCase.Write())).ShouldBe("award.project_only_special");
    }

    [Fact]
    public void Reasons_have_a_limit_and_no_characters_that_cannot_be_stored()
    {
        var entry = JuryCase.Entry(_call);
        Code(Award.Record(_call, entry, new("cities", JuryCase.Large, Reasons: new string('x', Award.MaxReasons + 1)), [], JuryCase.Write())).ShouldBe("text.too_long");
        Code(Award.Record(_call, entry, new("cities", JuryCase.Large, Reasons: "a\0b"), [], JuryCase.Write())).ShouldBe("text.unreadable_character");
    }

    [Fact]
    public void From_the_first_instant_of_publication_on_nothing_is_recorded_or_withdrawn()
    {
        var entry = JuryCase.Entry(_call);
        var before = JuryCase.Write("Irrtum", JuryCase.Publication.AddTicks(-1));
        var after = JuryCase.Write("Irrtum", JuryCase.Publication);
        var award = Award.Record(_call, entry, new("cities", JuryCase.Large), [], before).Fact;
        award.Withdraw(_call, before).Fact.ShouldBeSameAs(award);
        Code(Award.Record(_call, entry, new("cities", JuryCase.Large), [], after)).ShouldBe("award.published");
        Code(award.Withdraw(_call, after)).ShouldBe("award.published");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Withdrawing_needs_a_reason(string? why) =>
        Code(Record(_call, 1).Withdraw(_call, JuryCase.Write(why))).ShouldBe("award.withdrawal_needs_reason");

    private static Award Record(Call call, int number) => Award.Record(call, JuryCase.Entry(call, number), new("cities", JuryCase.Large), [], JuryCase.Write()).Fact;

    private static string? Code(Outcome<Award> outcome) => outcome.Refusal?.Code;
}
