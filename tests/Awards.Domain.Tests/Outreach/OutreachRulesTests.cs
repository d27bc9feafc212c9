using Awards.Domain.Outreach;

namespace Awards.Domain.Tests.Outreach;

public sealed class OutreachRulesTests
{
    private static readonly ContactFacts Fresh = new(false, false, false, false, false);

    [Theory]
    [InlineData(WaveKind.First)]
    [InlineData(WaveKind.Reminder)]
    public void Whoever_unsubscribed_or_cannot_be_reached_gets_nothing(WaveKind kind)
    {
        foreach (var audience in Enum.GetValues<WaveAudience>())
        {
            OutreachRules.Decide(kind, audience, Fresh with { OptedOut = true, Undeliverable = true }).ShouldBe(WaveOutcome.OptedOut);
            OutreachRules.Decide(kind, audience, Fresh with { Undeliverable = true }).ShouldBe(WaveOutcome.Undeliverable);
            OutreachRules.Decide(kind, audience, Fresh).ShouldBe(WaveOutcome.Written);
        }
    }

    [Fact]
    public void A_reminder_never_goes_to_whoever_answered_already()
    {
        foreach (var audience in Enum.GetValues<WaveAudience>())
        {
            OutreachRules.Decide(WaveKind.Reminder, audience, Fresh with { Applied = true }).ShouldBe(WaveOutcome.Applied);
            OutreachRules.Decide(WaveKind.Reminder, audience, Fresh with { Letter = true }).ShouldBe(WaveOutcome.Letter);
        }
    }

    [Fact]
    public void A_second_first_mailing_is_a_reminder_to_whoever_got_one_before()
    {
        OutreachRules.Decide(WaveKind.First, WaveAudience.Everybody, Fresh with { Applied = true }).ShouldBe(WaveOutcome.Written);
        OutreachRules.Decide(WaveKind.First, WaveAudience.Everybody, Fresh with { Applied = true, Written = true }).ShouldBe(WaveOutcome.Applied);
        OutreachRules.Decide(WaveKind.First, WaveAudience.Everybody, Fresh with { Letter = true, Written = true }).ShouldBe(WaveOutcome.Letter);
        OutreachRules.Decide(WaveKind.First, WaveAudience.Everybody, Fresh with { Written = true }).ShouldBe(WaveOutcome.Written);
    }

    [Fact]
    public void The_audience_narrows_further()
    {
        OutreachRules.Decide(WaveKind.First, WaveAudience.NotWritten, Fresh with { Written = true }).ShouldBe(WaveOutcome.WrittenBefore);
        OutreachRules.Decide(WaveKind.First, WaveAudience.WithoutApplication, Fresh with { Applied = true }).ShouldBe(WaveOutcome.Applied);
        OutreachRules.Decide(WaveKind.First, WaveAudience.WithoutApplication, Fresh with { Letter = true }).ShouldBe(WaveOutcome.Written);
        OutreachRules.Decide(WaveKind.First, WaveAudience.WithoutLetter, Fresh with { Letter = true }).ShouldBe(WaveOutcome.Letter);
        OutreachRules.Decide(WaveKind.First, WaveAudience.WithoutLetter, Fresh with { Applied = true }).ShouldBe(WaveOutcome.Written);
    }
}
