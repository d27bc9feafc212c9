using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Awards.Web.Data;

/// <summary>Lists and records that are stored as one JSON text.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;
}

/// <summary>Stores a value as JSON.</summary>
internal sealed class JsonText<T>() : ValueConverter<T, string>(value => StoredJson.Write(value), json => StoredJson.Read<T>(json));

/// <summary>Two values are the same when their JSON is.</summary>
internal sealed class SameText<T>() : ValueComparer<T>((one, two) => StoredJson.Write(one) == StoredJson.Write(two), value => StoredJson.Write(value).GetHashCode(StringComparison.Ordinal), value => value);
