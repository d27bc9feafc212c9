using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Sessions;
using Awards.Domain.Shared;

namespace Awards.Domain.Tests.PreReview.Sessions;

public sealed class ConsensusSessionTests
{
    private readonly PreReviewCase _case = new();
    private readonly Guid[] _entries = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7())];

    [Theory]
    [InlineData("", "Ort", 5, null, "session.without_title")]
    [InlineData("Titel", " ", 5, null, "session.without_place")]
    [InlineData("Titel", "Ort", 101, null, "session.margin")]
    [InlineData("Titel", "Ort", 5, "nichts", "session.group")]
    public void A_plan_says_what_place_and_which_groups(string title, string place, int margin, string? group, string refusal) =>
        ConsensusSession.Plan(_case.Call, Plan() with { Title = title, Place = place, MarginTenths = margin, GroupCodes = group is null ? [] : [group] }, At(0)).Refusal!.Code.ShouldBe(refusal);

    [Fact]
    public void A_session_runs_once_and_only_with_people_and_entries()
    {
        var empty = ConsensusSession.Plan(_case.Call, Plan() with { Seats = [(_case.One, Presence.Excused)] }, At(0)).Fact;
        empty.Begin(At(1)).Refusal!.Code.ShouldBe("session.empty");
        empty.DrawUp([new(_entries[0], AgendaPart.Close)]);
        empty.Begin(At(1)).Refusal!.Code.ShouldBe("session.nobody");
        var session = Running();
        session.Begin(At(2)).Refusal!.Code.ShouldBe("session.begun");
        session.Close(At(9)).Fact.EndedAt.ShouldBe(At(9).When);
        session.Close(At(10)).Refusal!.Code.ShouldBe("session.closed");
        session.Go(_entries[0], [], At(11)).Refusal!.Code.ShouldBe("session.not_running");
        session.DrawUp([]).Refusal!.Code.ShouldBe("session.closed");
        session.Change(_case.Call, Plan(), session.Version, At(11)).Refusal!.Code.ShouldBe("session.closed");
    }

    [Fact]
    public void Who_is_barred_leaves_for_the_item_and_stays_out_over_the_next_one()
    {
        var session = Running();
        session.Go(_entries[0], [_case.One, Guid.CreateVersion7()], At(1));
        session.Out.ShouldBe([_case.One]);
        session.Go(_entries[1], [_case.One, _case.Two], At(2));
        session.Go(_entries[2], [], At(3));
        session.Out.ShouldBeEmpty();
        session.Absences.Select(absence => (absence.PersonId, absence.LeftAt, absence.ReturnedAt)).ShouldBe(
            [(_case.One, At(1).When, At(3).When), (_case.Two, At(2).When, At(3).When)]);
        session.Callings.Select(calling => (calling.EntryId, calling.From, calling.Until)).ShouldBe([(_entries[0], At(1).When, At(2).When), (_entries[1], At(2).When, At(3).When), (_entries[2], At(3).When, null)]);
        session.Close(At(4));
        session.Callings[^1].Until.ShouldBe(At(4).When);
    }

    [Fact]
    public void A_conflict_declared_while_speaking_about_it_sends_out_at_once_and_an_excused_person_is_not_out()
    {
        var session = Running();
        session.Go(_entries[0], [], At(1));
        session.Reseat([_case.Two], At(2));
        session.Out.ShouldBe([_case.Two]);
        session.Change(_case.Call, Plan() with { Seats = [(_case.One, Presence.Present), (_case.Two, Presence.Excused)] }, session.Version, At(3)).Refused(out _).ShouldBeFalse();
        session.Out.ShouldBeEmpty();
        session.Absences.ShouldHaveSingleItem().ReturnedAt.ShouldBe(At(3).When);
    }

    [Fact]
    public void No_span_ends_before_it_began_when_requests_overtake_one_another()
    {
        var session = Running();
        session.Go(_entries[0], [_case.One], At(5));
        session.Go(_entries[1], [], At(4));
        session.Absences.ShouldHaveSingleItem().ReturnedAt.ShouldBe(At(5).When);
        session.Callings[1].From.ShouldBe(At(5).When);
    }

    [Fact]
    public void Next_goes_to_what_is_open_and_postponing_puts_it_to_the_end()
    {
        var session = Running();
        session.Next()!.EntryId.ShouldBe(_entries[0]);
        session.Go(_entries[0], [], At(1));
        session.Postpone(_entries[0]).Fact.Postponed.ShouldBeTrue();
        session.Agenda.Select(item => item.EntryId).ShouldBe([_entries[1], _entries[2], _entries[3], _entries[0]]);
        session.Settle(_entries[2], false, At(2));
        session.Postpone(_entries[2]).Refusal!.Code.ShouldBe("session.not_open");
        session.Go(_entries[1], [], At(2));
        session.Next()!.EntryId.ShouldBe(_entries[3]);
        session.Previous().ShouldBeNull();
        session.Go(_entries[0], [], At(3));
        session.Next()!.EntryId.ShouldBe(_entries[1]);
        session.Previous()!.EntryId.ShouldBe(_entries[3]);
    }

    [Fact]
    public void An_entry_under_seal_again_leaves_the_agenda_and_comes_back_at_its_end()
    {
        var session = Running();
        session.Go(_entries[0], [_case.One], At(1));
        session.Leave(_entries[0], At(2));
        (session.CurrentEntryId, session.Item(_entries[0])!.State).ShouldBe((null, ItemState.Left));
        session.Out.ShouldBeEmpty();
        session.Go(_entries[0], [], At(3)).Refusal!.Code.ShouldBe("session.not_on_agenda");
        session.Settle(_entries[0], false, At(3)).Refusal!.Code.ShouldBe("session.not_on_agenda");
        session.DrawUp([new(_entries[0], AgendaPart.Agreeing), new(_entries[1], AgendaPart.Close)]);
        session.Agenda[^1].ShouldSatisfyAllConditions(item => item.EntryId.ShouldBe(_entries[0]), item => item.State.ShouldBe(ItemState.Open));
        session.Items.Count.ShouldBe(4);
    }

    [Fact]
    public void A_plan_seen_before_somebody_else_changed_it_is_refused() =>
        Running().Change(_case.Call, Plan(), 7, At(1)).Refusal!.Code.ShouldBe("stale");

    [Fact]
    public void What_was_settled_before_stays_on_record()
    {
        _case.HandIn(_case.First);
        _case.HandIn(_case.Second, vote: Vote.NotSuitable);
        var session = Guid.CreateVersion7();
        var result = ConsensusResult.Settle(_case.Call, _case.Entry, [_case.First, _case.Second], new(ConsensusOutcome.DoNotPropose, "Erst so") { SessionId = session }, At(0)).Fact;
        result.Earlier.ShouldBeEmpty();
        result.Change(_case.Call, _case.Entry, new(ConsensusOutcome.ProposeInGroup, " "), 0, At(1)).Refused(out _).ShouldBeTrue();
        result.Earlier.ShouldBeEmpty();
        result.Change(_case.Call, _case.Entry, new(ConsensusOutcome.ProposeInGroup, "Dann so"), 0, At(1)).Fact.SessionId.ShouldBeNull();
        var earlier = result.Earlier.ShouldHaveSingleItem();
        (earlier.Number, earlier.Outcome, earlier.Reasons, earlier.SessionId, earlier.SettledAt).ShouldBe((1, ConsensusOutcome.DoNotPropose, "Erst so", session, At(0).When));
    }

    private ConsensusSession Running()
    {
        var session = ConsensusSession.Plan(_case.Call, Plan(), At(0)).Fact;
        session.DrawUp([.. _entries.Select(entry => new AgendaPlace(entry, AgendaPart.Diverging))]).Refused(out _).ShouldBeFalse();
        return session.Begin(At(0)).Fact;
    }

    private SessionPlan Plan() => new("Erste Sitzung", PreReviewCase.Now, "Saal 1", "", [(_case.One, Presence.Present), (_case.Two, Presence.Present)]);

    private WriteContext At(int minute) => new(_case.Three, PreReviewCase.Now.AddMinutes(minute));
}
