using Awards.Domain.Accounts;

namespace Awards.Domain.Tests.Accounts;

public sealed class MailLinkTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Person = new("0190a0a0-0000-7000-8000-000000000001");

    [Fact]
    public void It_signs_in_once()
    {
        var link = MailLink.For(Person, "hash", Now);
        link.Use(Now.AddMinutes(1)).Fact.PersonId.ShouldBe(Person);
        link.UsedAt.ShouldBe(Now.AddMinutes(1));
        link.Use(Now.AddMinutes(2)).Refusal.ShouldBe(MailLink.Dead);
        link.UsedAt.ShouldBe(Now.AddMinutes(1));
    }

    [Fact]
    public void After_twenty_minutes_it_is_dead_and_says_no_more_than_a_used_one()
    {
        MailLink.For(Person, "hash", Now).Use(Now.AddMinutes(20).AddTicks(-1)).Refusal.ShouldBeNull();
        MailLink.For(Person, "hash", Now).Use(Now.AddMinutes(20)).Refusal.ShouldBe(MailLink.Dead);
    }
}
