using System.Text;
using Awards.Domain.Outreach;

namespace Awards.Domain.Tests.Outreach;

/// <summary>Reports as RFC 3464 has them, and everything that is none.</summary>
public sealed class DeliveryReportTests
{
    private static readonly Guid Id = Guid.Parse("0190a0a0-0000-7000-8000-0000000000aa");

    private static string Report(string status, string returned = "", string encoding = "7bit") => $"""
        From: MAILER-DAEMON@mail.example
        To: wettbewerb@institut.example
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <20260302.ABCDEF@mail.example>
        Content-Type: multipart/report; report-type=delivery-status;
         boundary="grenze=1"

        This is a MIME message.
        --grenze=1
        Content-Type: text/plain

        I'm sorry to have to inform you …
        --grenze=1
        Content-Type: message/delivery-status
        Content-Transfer-Encoding: {encoding}

        {status}

        --grenze=1
        Content-Type: message/rfc822

        {returned}
        --grenze=1--
        """;

    private static DeliveryReport? Read(string text) => DeliveryReport.Read(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));

    private const string Failed = "Reporting-MTA: dns; mail.example\nArrival-Date: Mon, 2 Mar 2026 10:00:00 +0100\n\nFinal-Recipient: rfc822; amt@musterstadt.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1\n <amt@musterstadt.example>: user unknown";

    [Fact]
    public void A_failure_is_read_with_our_own_id()
    {
        var report = Read(Report(Failed, $"Message-ID: <{Id:N}@institut.example>\nSubject: Betreff\n\nText")).ShouldNotBeNull();
        report.MailId.ShouldBe(Id);
        var status = report.Recipients.ShouldHaveSingleItem();
        (status.Address, status.Action, status.Status, status.IsBounce).ShouldBe(("amt@musterstadt.example", "failed", "5.1.1", true));
        status.Diagnostic.ShouldBe("smtp; 550 5.1.1 <amt@musterstadt.example>: user unknown");
    }

    [Fact]
    public void Several_recipients_delays_and_successes_are_told_apart()
    {
        var report = Read(Report("Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822;<a@b.example>\nAction: Delayed\nStatus: 4.4.1 (no answer)\n\nOriginal-Recipient: rfc822;c@d.example\nAction: delivered\nStatus: 2.0.0")).ShouldNotBeNull();
        report.MailId.ShouldBeNull();
        report.Recipients.Select(each => (each.Address, each.Action, each.Status, each.IsBounce)).ShouldBe([("a@b.example", "delayed", "4.4.1", true), ("c@d.example", "delivered", "2.0.0", false)]);
    }

    [Fact]
    public void Encoded_parts_are_read_too()
    {
        var base64 = Convert.ToBase64String(Encoding.ASCII.GetBytes(Failed.ReplaceLineEndings("\r\n")), Base64FormattingOptions.InsertLineBreaks);
        Read(Report(base64, encoding: "base64")).ShouldNotBeNull().Recipients.Single().Status.ShouldBe("5.1.1");
        Read(Report(Failed.Replace("Action: failed", "Action: fail=\ned", StringComparison.Ordinal).Replace("5.1.1\n", "5=2E1=2E1\n", StringComparison.Ordinal), encoding: "quoted-printable")).ShouldNotBeNull().Recipients.Single().Status.ShouldBe("5.1.1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("kein Header")]
    [InlineData("Content-Type: text/plain\n\nIhre Mail kam zurück")]
    [InlineData("Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: text/plain\n\nnur Text\n--x--")]
    [InlineData("Content-Type: multipart/report\n\n--x\nContent-Type: message/delivery-status\n\nAction: failed")]
    [InlineData("Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n!!!!")]
    public void What_is_no_report_is_none(string text) => Read(text).ShouldBeNull();

    [Fact]
    public void A_report_that_was_cut_off_and_one_within_itself_do_no_harm()
    {
        var whole = Report(Failed);
        Read(whole[..(whole.IndexOf("5.1.1", StringComparison.Ordinal) + 5)]).ShouldNotBeNull().Recipients.Single().Status.ShouldBe("5.1.1");
        var nested = string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\n\n", 5000)) + whole;
        Read(nested).ShouldBeNull();
        DeliveryReport.Read([.. Enumerable.Range(0, 100_000).Select(each => (byte)(each * 7))]).ShouldBeNull();
    }

    [Fact]
    public void A_status_that_begins_with_five_is_hard()
    {
        Bounce.Note(Id, "x", null, BounceSource.Report, "5.1.1", new string('x', 900), default).Kind.ShouldBe(BounceKind.Hard);
        Bounce.Note(Id, "x", null, BounceSource.Report, "4.4.7", "", default).Kind.ShouldBe(BounceKind.Soft);
        Bounce.ByHand(Id, "x", new(null, default, " ")).Refusal!.Code.ShouldBe("outreach.bounce_needs_reason");
        Bounce.ByHand(Id, "x", new(null, default, "Anruf")).Fact.Kind.ShouldBe(BounceKind.Hard);
    }
}
