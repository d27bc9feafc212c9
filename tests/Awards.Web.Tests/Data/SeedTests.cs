using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data.Seeding;
using Awards.Web.Platform;

namespace Awards.Web.Tests.Data;

/// <summary>What lies in seed/ is complete, consistent and described.</summary>
public sealed class SeedTests
{
    private static readonly string SchemaFile = Path.Combine(Installation.FindRoot(), "seed", "schemas", "call.schema.json");

    public static TheoryData<string> Slugs => new() { DemoSeeder.Reference, DemoSeeder.Today };

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_call_refers_only_to_codes_that_it_has(string slug)
    {
        var call = AwardsHost.Seed.Call(slug);
        call.Slug.ShouldBe(slug);
        var questions = call.Questionnaire.Questions.Select(question => question.Code).ToList();
        questions.ShouldBeUnique();
        foreach (var condition in call.Questionnaire.Questions.Select(question => question.AskedIf).Concat(call.Tables.Select(table => table.Base)).OfType<Condition>())
            condition.AnyOf.ShouldBeSubsetOf(call.Questionnaire.Find(condition.Question)!.Choices.Select(option => option.Code));
        foreach (var table in call.Tables) call.Questionnaire.Find(table.Question).ShouldNotBeNull($"Tab. {table.No}");
        foreach (var item in call.EntrySheet.Items.Concat(call.ProjectSheet!.Items)) call.CriterionLabel(item.Criterion).De.ShouldNotBeEmpty();
        call.Prizes.SelectMany(prize => prize.Groups).ShouldBeSubsetOf(call.AwardGroups.Select(group => group.Code));
        call.Criteria.Count.ShouldBe(9);
        call.Tables.Select(table => table.No).ShouldBe(Enumerable.Range(1, 9));
        foreach (var text in call.Questionnaire.Questions.SelectMany(question => question.Choices.Select(option => option.Label).Append(question.Text))) text.En.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_definition_survives_writing_and_reading(string slug)
    {
        var json = JsonSerializer.Serialize(AwardsHost.Seed.Call(slug), CallDefinition.Json);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<CallDefinition>(json, CallDefinition.Json), CallDefinition.Json).ShouldBe(json);
    }

    [Fact]
    public void A_definition_with_a_misspelt_member_is_refused() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<CallDefinition>("""{"slug":"x","titel":"y"}""", CallDefinition.Json));

    /// <summary>With AWARDS_UPDATE=1 the file is written anew.</summary>
    [Fact]
    public void The_schema_of_call_files_is_current()
    {
        var schema = CallDefinition.Json.GetJsonSchemaAsNode(typeof(CallDefinition), new()
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => context.TypeInfo.Type == typeof(LocalizedText)
                ? JsonNode.Parse("""{"description":"Text by language","type":["string","object"],"properties":{"de":{"type":"string"},"en":{"type":"string"}},"required":["de"]}""")!
                : node,
        });
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        var text = schema.ToJsonString(new(CallDefinition.Json)) + "\n";
        if (Environment.GetEnvironmentVariable("AWARDS_UPDATE") == "1") File.WriteAllText(SchemaFile, text);
        File.ReadAllText(SchemaFile).ShouldBe(text);
    }

}
