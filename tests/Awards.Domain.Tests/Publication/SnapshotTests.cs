using Awards.Domain.Publication;
using Awards.Domain.Tests.Jury;

namespace Awards.Domain.Tests.Publication;

public sealed class SnapshotTests
{
    [Theory]
    [InlineData(" ", "snapshot.without_name")]
    [InlineData("Presse", "snapshot.name_taken")]
    [InlineData(" Presse ", "snapshot.name_taken")]
    public void A_data_state_needs_a_name_of_its_own(string name, string refusal) =>
        Snapshot.Take(JuryCase.Call(), [], name, JuryCase.Write(), ["Presse"]).Refusal!.Code.ShouldBe(refusal);

    [Fact]
    public void A_name_has_a_limit() =>
        Snapshot.Take(JuryCase.Call(), [], new string('x', Snapshot.MaxName + 1), JuryCase.Write()).Refusal!.Code.ShouldBe("text.too_long");
}
