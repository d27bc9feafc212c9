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
        call.Questionnaire.Faults().ShouldBeEmpty();
        call.Tables.Select(table => table.Base).OfType<Condition>().SelectMany(call.Questionnaire.Faults).ShouldBeEmpty();
        foreach (var table in call.Tables) call.Questionnaire.Find(table.Question).ShouldNotBeNull($"Tab. {table.No}");
        foreach (var item in call.EntrySheet.Items.Concat(call.ProjectSheet!.Items)) call.CriterionLabel(item.Criterion).De.ShouldNotBeEmpty();
        call.Prizes.SelectMany(prize => prize.Groups).ShouldBeSubsetOf(call.AwardGroups.Select(group => group.Code));
        call.Criteria.Count(criterion => call.EntrySheet.Items.Single(item => item.Criterion == criterion.Code) is { Independent: false }).ShouldBe(9);
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

    private const string ConditionSchema = """
        {"description":"Condition over answers to earlier questions; a row of a matrix is \"question.row\"","anyOf":[
        {"type":"object","properties":{"question":{"type":"string"},"anyOf":{"type":"array","items":{"type":"string"}}},"required":["question","anyOf"],"additionalProperties":false},
        {"type":"object","properties":{"question":{"type":"string"},"is":{"enum":["equals","notEquals","less","lessOrEqual","greater","greaterOrEqual"]},"value":{"type":"string"}},"required":["question","is","value"],"additionalProperties":false},
        {"type":"object","properties":{"all":{"type":"array","items":{"$ref":"#/$defs/condition"}}},"required":["all"],"additionalProperties":false},
        {"type":"object","properties":{"any":{"type":"array","items":{"$ref":"#/$defs/condition"}}},"required":["any"],"additionalProperties":false},
        {"type":"object","properties":{"not":{"$ref":"#/$defs/condition"}},"required":["not"],"additionalProperties":false}]}
        """;

    /// <summary>With AWARDS_UPDATE=1 the file is written anew.</summary>
    [Fact]
    public void The_schema_of_call_files_is_current()
    {
        CallDefinition.Json.MakeReadOnly(populateMissingResolver: true);
        var schema = CallDefinition.Json.GetJsonSchemaAsNode(typeof(CallDefinition), new()
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => context.TypeInfo.Type == typeof(LocalizedText)
                ? JsonNode.Parse("""{"description":"Text by language","type":["string","object"],"properties":{"de":{"type":"string"},"en":{"type":"string"}},"required":["de"]}""")!
                : context.TypeInfo.Type == typeof(Condition) ? JsonNode.Parse("""{"$ref":"#/$defs/condition"}""")! : node,
        });
        schema["$defs"] = new JsonObject { ["condition"] = JsonNode.Parse(ConditionSchema) };
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        var text = schema.ToJsonString(new(CallDefinition.Json)) + "\n";
        if (Environment.GetEnvironmentVariable("AWARDS_UPDATE") == "1") File.WriteAllText(SchemaFile, text);
        File.ReadAllText(SchemaFile).ShouldBe(text);
    }

}
