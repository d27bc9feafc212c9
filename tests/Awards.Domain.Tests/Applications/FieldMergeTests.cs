using Awards.Domain.Applications;
using Shouldly;
using Xunit;

namespace Awards.Domain.Tests.Applications;

public class FieldMergeTests
{
    // seen, stored now, typed → what becomes of the field
    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("a", "a", "a", "")]
    [InlineData("a", "a", "b", "accepted")]
    [InlineData("a", "a", "", "accepted")]
    [InlineData("", "", "b", "accepted")]
    [InlineData("a", "b", "a", "kept")]
    [InlineData("a", "", "a", "kept")]
    [InlineData("a", "b", "b", "")]
    [InlineData("a", "b", "c", "conflict")]
    [InlineData("a", "", "c", "conflict")]
    [InlineData("", "b", "c", "conflict")]
    public void Each_field_is_merged_between_what_was_seen_what_is_stored_and_what_was_typed(string seen, string stored, string typed, string expected)
    {
        var merge = FieldMerge.Of(new Dictionary<string, string> { ["f"] = typed }, new Dictionary<string, string> { ["f"] = stored }, new Dictionary<string, string> { ["f"] = FieldMerge.Fingerprint(seen) });
        (merge.Accepted.ContainsKey("f") ? "accepted" : merge.Kept.Contains("f") ? "kept" : merge.Conflicts.Contains("f") ? "conflict" : "").ShouldBe(expected);
    }

    [Fact]
    public void A_field_that_was_never_shown_is_taken_only_where_nothing_is_stored()
    {
        var merge = FieldMerge.Of(new Dictionary<string, string> { ["empty"] = "x", ["full"] = "x" }, new Dictionary<string, string> { ["full"] = "y" }, new Dictionary<string, string>());
        (merge.Accepted.Keys.Single(), merge.Conflicts.Single()).ShouldBe(("empty", "full"));
    }
}
