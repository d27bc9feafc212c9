using Awards.Domain.PreReview;
using Awards.Domain.Shared;

namespace Awards.Domain.Tests.PreReview;

public sealed class ConsensusResultTests
{
    private readonly PreReviewCase _case = new();

    [Fact]
    public void Nothing_is_settled_under_seal()
    {
        _case.HandIn(_case.First);
        Settle(new(ConsensusOutcome.ProposeInGroup, "Gründe")).Refusal!.Code.ShouldBe("consensus.sealed");
    }

    [Theory]
    [InlineData(ConsensusOutcome.ProposeInGroup, "districts", true)]
    [InlineData(ConsensusOutcome.ProposeSpecial, "special", true)]
    [InlineData(ConsensusOutcome.DoNotPropose, null, false)]
    public void The_group_follows_from_the_outcome(ConsensusOutcome outcome, string? group, bool proposed)
    {
        Break();
        var result = Settle(new(outcome, "Gründe")).Fact;
        (result.GroupCode, result.IsProposal).ShouldBe((group, proposed));
    }

    [Fact]
    public void A_single_project_is_proposed_only_in_the_special_category_and_only_if_it_belongs_to_the_entry()
    {
        Break();
        var project = _case.Entry.Projects[0].Id;
        Settle(new(ConsensusOutcome.ProposeSpecial, "Gründe", project)).Fact.ProjectId.ShouldBe(project);
        Settle(new(ConsensusOutcome.ProposeInGroup, "Gründe", project)).Refusal!.Code.ShouldBe("consensus.project_only_special");
        Settle(new(ConsensusOutcome.ProposeSpecial, "Gründe", Guid.CreateVersion7())).Refusal!.Code.ShouldBe("consensus.foreign_project");
    }

    [Fact]
    public void Reasons_are_needed_and_a_change_needs_the_version_seen()
    {
        Break();
        Settle(new(ConsensusOutcome.DoNotPropose, " ")).Refusal!.Code.ShouldBe("consensus.without_reasons");
        var result = Settle(new(ConsensusOutcome.DoNotPropose, "Gründe")).Fact;
        result.Change(_case.Call, _case.Entry, new(ConsensusOutcome.ProposeInGroup, "Andere"), 7, PreReviewCase.By(_case.Three)).Refusal!.Code.ShouldBe("stale");
        result.Change(_case.Call, _case.Entry, new(ConsensusOutcome.ProposeInGroup, "Andere"), 0, PreReviewCase.By(_case.Three)).Fact.Reasons.ShouldBe("Andere");
    }

    private void Break()
    {
        _case.HandIn(_case.First);
        _case.HandIn(_case.Second, vote: Vote.NotSuitable);
    }

    private Outcome<ConsensusResult> Settle(ConsensusChoice choice) =>
        ConsensusResult.Settle(_case.Call, _case.Entry, [_case.First, _case.Second], choice, PreReviewCase.By(_case.Three));
}
