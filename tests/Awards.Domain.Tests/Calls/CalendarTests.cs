using Awards.Domain.Calls;

namespace Awards.Domain.Tests.Calls;

public sealed class CalendarTests
{
    private static readonly CallDefinition Call = CallCase.Definition();

    [Fact]
    public void An_extended_deadline_moves_the_phase_that_followed_at_once_and_is_remembered()
    {
        var later = CallCase.Deadline.AddDays(7);
        var extended = Calendar.Extend(Call, PhaseKind.Application, later, " Sturm ", CallCase.Start.AddDays(10)).Fact;
        extended.Phases.First(phase => phase.Kind == PhaseKind.Application).Until.ShouldBe(later);
        extended.Phases.First(phase => phase.Kind == PhaseKind.Intake).From.ShouldBe(later);
        extended.Extensions.ShouldBe([new(PhaseKind.Application, CallCase.Deadline, later, CallCase.Start.AddDays(10), "Sturm")]);
    }

    [Theory]
    [InlineData(7, "", 10, "calendar.extension_needs_reason")]
    [InlineData(-1, "Irrtum", 10, "calendar.not_later")]
    [InlineData(0, "Irrtum", 10, "calendar.not_later")]
    [InlineData(7, "zu spät", 400, "calendar.passed")]
    [InlineData(60, "zu lang", 10, "calendar.end_before_beginning")]
    public void An_extension_is_refused(int days, string reason, int today, string code) =>
        Calendar.Extend(Call, PhaseKind.Application, CallCase.Deadline.AddDays(days), reason, CallCase.Start.AddDays(today)).Refusal!.Code.ShouldBe(code);

    [Fact]
    public void Gaps_are_named_and_allowed()
    {
        List<Phase> phases = [new(PhaseKind.Application, CallCase.Start, CallCase.Deadline), new(PhaseKind.Jury, CallCase.Deadline.AddDays(3))];
        Calendar.Faults(phases).ShouldBeEmpty();
        Calendar.Gaps(phases).Single().After.Kind.ShouldBe(PhaseKind.Jury);
    }
}
