using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data.Seeding;

namespace Awards.Domain.Tests.Privacy;

public sealed class PrivacyDefinitionTests
{
    private static readonly ConsentDefinition Consent = new("publish_contact", 2, new LocalizedText("Text", "text"), Permits: ConsentEffect.PublishContact);
    private static readonly PrivacyDefinition Before = new() { Consents = [Consent] };

    [Fact]
    public void A_changed_text_needs_a_higher_version()
    {
        PrivacyDefinition With(ConsentDefinition consent) => new() { Consents = [consent] };
        With(Consent).ChangeRefusal(Before).ShouldBeNull();
        With(Consent with { Text = new LocalizedText("Text", "other") }).ChangeRefusal(Before)!.Code.ShouldBe("privacy.version_not_raised");
        With(Consent with { Permits = null }).ChangeRefusal(Before)!.Code.ShouldBe("privacy.version_not_raised");
        With(Consent with { Text = "Anderes", Version = 3 }).ChangeRefusal(Before).ShouldBeNull();
        With(Consent with { Version = 1 }).ChangeRefusal(Before)!.Code.ShouldBe("privacy.version_lowered");
        With(Consent with { Code = "new", Version = 1 }).ChangeRefusal(Before).ShouldBeNull();
    }

    [Fact]
    public void Faults_are_named()
    {
        new PrivacyDefinition { Consents = [Consent, Consent] }.Faults().Single().Code.ShouldBe("privacy.consent_twice");
        new PrivacyDefinition { Consents = [Consent with { Required = true }] }.Faults().Single().Code.ShouldBe("privacy.consent_not_voluntary");
        new PrivacyDefinition { Retention = [new(RetentionSubject.Mails, -1, PhaseKind.Jury)] }.Faults().Single().Code.ShouldBe("privacy.retention_days");
        foreach (var slug in new[] { DemoSeeder.Reference, DemoSeeder.Today }) AwardsHost.Seed.Call(slug).PrivacyRules().Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Days_count_from_the_end_of_a_phase_or_from_the_beginning_of_one_without_end()
    {
        var call = Call.Create(AwardsHost.Seed.Call(DemoSeeder.Today));
        new RetentionRule(RetentionSubject.Drafts, 90, PhaseKind.Application).DueAt(call).ShouldBe(GermanTime.ShiftDays(call.Phase(PhaseKind.Application)!.Until!.Value, 90));
        new RetentionRule(RetentionSubject.Mails, 1, PhaseKind.Publication).DueAt(call).ShouldBe(GermanTime.ShiftDays(call.Phase(PhaseKind.Publication)!.From, 1));
    }

    [Fact]
    public void A_document_without_the_part_asks_for_nothing_and_keeps_by_default() =>
        (AwardsHost.Seed.Call(DemoSeeder.Today) with { Privacy = null }).PrivacyRules().ShouldBe(PrivacyDefinition.Default);
}
