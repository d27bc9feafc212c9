using Awards.Domain.Outreach;
using Awards.Domain.Shared;

namespace Awards.Domain.Tests.Outreach;

public sealed class WaveTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly WaveText Text = new() { Name = "Erste", ListId = Guid.CreateVersion7(), SubjectDe = "Betreff", TextDe = "Text" };

    private static Wave Draft(Func<WaveText, WaveText>? change = null) => Wave.Make(Guid.CreateVersion7(), change?.Invoke(Text) ?? Text, Now).Fact;

    [Fact]
    public void A_wave_goes_out_at_once_or_when_it_is_due()
    {
        var wave = Draft();
        wave.Release(null, 3, 0, Now).Fact.State.ShouldBe(WaveState.Running);
        wave.StartedAt.ShouldBe(Now);
        var planned = Draft();
        planned.Release(Now.AddHours(1), 3, 0, Now).Fact.State.ShouldBe(WaveState.Planned);
        planned.Begin(Now.AddMinutes(59));
        planned.State.ShouldBe(WaveState.Planned);
        planned.Begin(Now.AddHours(1));
        (planned.State, planned.StartedAt).ShouldBe((WaveState.Running, Now.AddHours(1)));
    }

    [Fact]
    public void What_is_not_ready_is_not_released()
    {
        Draft().Release(null, 0, 0, Now).Refusal!.Code.ShouldBe("outreach.wave_without_addresses");
        Draft().Release(null, 1, 7, Now).Refusal!.Code.ShouldBe("stale");
        Draft().Release(Now, 1, 0, Now).Refusal!.Code.ShouldBe("outreach.planned_past");
        Draft(text => text with { ListId = null }).Release(null, 1, 0, Now).Refusal!.Code.ShouldBe("outreach.wave_without_list");
        Draft(text => text with { TextDe = "" }).Release(null, 1, 0, Now).Refusal!.Code.ShouldBe("outreach.wave_without_text");
        Wave.Make(Guid.CreateVersion7(), Text with { Name = "" }, Now).Refusal!.Code.ShouldBe("outreach.wave_without_name");
        Wave.Make(Guid.CreateVersion7(), Text with { SubjectEn = "Subject" }, Now).Refusal!.Code.ShouldBe("outreach.half_english");
    }

    [Fact]
    public void It_can_be_paused_resumed_and_stopped_and_changes_no_more()
    {
        var wave = Draft();
        wave.Pause().Refusal!.Code.ShouldBe("outreach.wave_not_running");
        wave.Stop(Now).Refusal!.Code.ShouldBe("outreach.wave_over");
        _ = wave.Release(null, 1, 0, Now).Fact;
        wave.Change(Text, 0).Refusal!.Code.ShouldBe("outreach.wave_begun");
        wave.Release(null, 1, 0, Now).Refusal!.Code.ShouldBe("outreach.wave_begun");
        wave.Resume(Now).Refusal!.Code.ShouldBe("outreach.wave_not_paused");
        wave.Pause().Fact.State.ShouldBe(WaveState.Paused);
        wave.Finish(Now);
        wave.State.ShouldBe(WaveState.Paused);
        wave.Resume(Now.AddDays(1)).Fact.StartedAt.ShouldBe(Now);
        wave.Stop(Now.AddDays(2)).Fact.FinishedAt.ShouldBe(Now.AddDays(2));
        wave.Stop(Now).Refusal!.Code.ShouldBe("outreach.wave_over");
        wave.Resume(Now).Refusal!.Code.ShouldBe("outreach.wave_not_paused");
    }

    [Fact]
    public void English_is_used_where_there_is_some()
    {
        Draft().Wording("en").ShouldBe(("Betreff", "Text"));
        Draft(text => text with { SubjectEn = "Subject", TextEn = "Words" }).Wording("en").ShouldBe(("Subject", "Words"));
    }

    [Fact]
    public void A_contact_needs_a_source_for_its_address_and_an_address_that_mail_can_go_to()
    {
        string[] Faults(string mail, string source, string? state = null, string? language = null) => [.. ContactText.Of("Musterstadt", state, "", mail, source, language).Faults().Select(fault => $"{fault.Field}: {fault.Refusal.Code}")];
        Faults("amt@musterstadt.example", "Website").ShouldBeEmpty();
        Faults("", "").ShouldBeEmpty();
        Faults("amt@musterstadt.example", " ").ShouldBe(["Source: outreach.without_source"]);
        Faults("amt@musterstadt", "Website").ShouldBe(["Mail: address.invalid"]);
        Faults("a@b.example\r\nBcc: x@y.example", "Website").ShouldBe(["Mail: address.invalid"]);
        Faults("bürger@musterstadt.example", "Website").ShouldBe(["Mail: outreach.address_not_ascii"]);
        Faults("amt@musterstadt.example", "Website", "XX", "fr").ShouldBe(["State: outreach.unknown_state", "Language: outreach.unknown_language"]);
    }

    [Fact]
    public void Merging_fills_gaps_and_never_replaces_an_address()
    {
        var list = ContactList.Make(Guid.CreateVersion7(), "Liste", null, WriteContext.System(Now, "Test")).Fact;
        var contact = Contact.Add(list, new() { Name = "Musterstadt", Mail = "alt@musterstadt.example", Source = "Website" }, null, Now).Fact;
        contact.Merge(new() { Name = "egal", Mail = "neu@musterstadt.example", Office = "Soziales", Source = "" }, Now.AddDays(1));
        (contact.Name, contact.Mail, contact.Office, contact.Source, contact.ChangedAt).ShouldBe(("Musterstadt", "alt@musterstadt.example", "Soziales", "Website", Now.AddDays(1)));
        contact.AddressHash.ShouldBe(AddressKey.Of(" ALT@musterstadt.example "));
        contact.Change(new() { Mail = "x" }, contact.Version, Now).Refusal!.Code.ShouldBe("address.invalid");
        contact.Change(new(), contact.Version + 1, Now).Refusal!.Code.ShouldBe("stale");
        ContactList.Make(Guid.CreateVersion7(), " ", null, WriteContext.System(Now, "Test")).Refusal!.Code.ShouldBe("outreach.list_without_name");
    }
}
