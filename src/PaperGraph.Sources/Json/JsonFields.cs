using System.Globalization;
using System.Text.Json;
using PaperGraph.Model;

namespace PaperGraph.Sources.Json;

/// <summary>
/// The fields of an object, each under any of several names. A field that is missing, null or blank is null; one that is there
/// and cannot be read is null too, and told. Where an object or a list is expected, a text that holds one is as good.
/// </summary>
internal sealed class JsonFields(JsonElement element, FieldProblemCollector problems)
{
    public JsonElement Element => element;

    public string? Text(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not var (name, value)) return null;
        return Text(name, value);
    }

    /// <summary>The text that an element of a list is, of the field by that name.</summary>
    public string? Text(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return Unreadable<string>(name, value, "no text");
        try
        {
            return Prose.WithoutNul(value.GetString()!) is var text && !Prose.IsEmpty(text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return Unreadable<string>(name, value, "a text with half a character in it");
        }
    }

    /// <summary>An id, which one program writes as a text and another as a number.</summary>
    public string? Id(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not var (name, value)) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : Text(name, value)?.Trim();
    }

    /// <summary>One line of the text; null where nothing is in it.</summary>
    public string? Line(params ReadOnlySpan<string> names) => Prose.LineOrNull(Text(names));

    /// <summary>The address of a page that a text is.</summary>
    public string? Address(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not var (name, value) || Text(name, value) is not { } text) return null;
        return Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? text.Trim()
            : Unreadable<string>(name, value, "no address");
    }

    /// <summary>The DOI that a text is, or is the address of.</summary>
    public string? Doi(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not var (name, value) || Text(name, value) is not { } text) return null;
        return Model.Doi.Parse(text) ?? Unreadable<string>(name, value, "no DOI");
    }

    /// <summary>The arXiv id that a text is, without its version.</summary>
    public string? Arxiv(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not var (name, value) || Text(name, value) is not { } text) return null;
        return ArxivIds.Parse(text) ?? Unreadable<string>(name, value, "no arXiv id");
    }

    /// <summary>The id of a paper in a catalogue that a text or a number is, or the address of.</summary>
    public string? CatalogueId(CatalogueIdKind kind, params ReadOnlySpan<string> names)
    {
        if (Find(names) is not var (name, value)) return null;
        var told = problems.All.Count;
        if (Id(name) is { } text && Model.CatalogueId.Create(kind, text) is { } id) return id.Id;
        return problems.All.Count > told ? null : Unreadable<string>(name, value, "no id of the catalogue");
    }

    /// <summary>The ORCID that a text is, or is the address of: its four groups of four.</summary>
    public string? Orcid(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not var (name, value) || Text(name, value) is not { } text) return null;
        return Model.Orcid.Parse(text) ?? Unreadable<string>(name, value, "no ORCID");
    }

    /// <summary>The fields of an object within this one, whose problems are told with those of this one.</summary>
    public JsonFields Of(JsonElement inner) => new(inner, problems);

    /// <summary>A whole number that is not negative, however it is written: 12, 12.0, "12".</summary>
    public int? Count(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not var (name, value)) return null;
        if (Missing(value)) return null;
        decimal number;
        var isNumber = value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDecimal(out number),
            JsonValueKind.String => TryParse(value, out number),
            _ => (number = -1) > 0,
        };
        return isNumber && number is >= 0 and <= int.MaxValue && decimal.IsInteger(number)
            ? (int)number
            : UnreadableValue<int>(name, value, "no count");
    }

    /// <summary>Whether something holds, however it is written: true, "True", 1.</summary>
    public bool? Flag(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not var (name, value) || Missing(value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number when value.TryGetDouble(out var number) && number is 0 or 1 => number > 0,
            JsonValueKind.String when bool.TryParse(Readable(value), out var stated) => stated,
            JsonValueKind.String when Readable(value)?.Trim() is "0" or "1" => Readable(value)!.Trim() == "1",
            _ => UnreadableValue<bool>(name, value, "neither true nor false"),
        };
    }

    public DateOnly? Day(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not var (name, value)) return null;
        if (Missing(value)) return null;
        var day = value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDouble(out var number) => StatedTime.DayOfEpoch(number),
            JsonValueKind.String => StatedTime.Day(Readable(value) ?? ""),
            _ => null,
        };
        return day ?? UnreadableValue<DateOnly>(name, value, "no date");
    }

    public JsonFields? Object(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not var (name, value)) return null;
        return EmbeddedJson.Unwrap(value) is { ValueKind: JsonValueKind.Object } inner
            ? new JsonFields(inner, problems)
            : Unreadable<JsonFields>(name, value, "no object");
    }

    /// <summary>The elements of a list that are not null; empty where there is none.</summary>
    public IEnumerable<JsonElement> List(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not var (name, value)) return [];
        if (EmbeddedJson.Unwrap(value) is { ValueKind: JsonValueKind.Array } list)
            return list.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Null);
        problems.Add(name, value, "no list");
        return [];
    }

    /// <summary>The objects in a list; what else stands in it is told.</summary>
    public IEnumerable<JsonFields> Objects(string name)
    {
        foreach (var element in List(name))
        {
            if (element.ValueKind == JsonValueKind.Object) yield return Of(element);
            else problems.Add(name, element, "a list in which one is no object");
        }
    }

    /// <summary>The names of the people in a list; one without a name is told, where nothing else was told of it.</summary>
    public IEnumerable<string> Names(string field, Func<JsonElement, string?> read)
    {
        foreach (var person in List(field))
        {
            var told = problems.All.Count;
            if (read(person) is { } name) yield return name;
            else if (problems.All.Count == told) problems.Add(field, person, "a list in which one has no name");
        }
    }

    /// <summary>The first of the names that something stands under.</summary>
    public (string Name, JsonElement Value)? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (element.TryGetProperty(name, out var value) && !IsNothing(value)) return (name, value);
        return null;
    }

    private static bool IsNothing(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && value.ValueEquals(""));

    // Pandas and Python write these for what is unknown, where a column is made text.
    private static bool Missing(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Readable(value)?.Trim() is "" or "NaT" or "nan" or "NaN" or "None" or "null";

    private static bool TryParse(JsonElement value, out decimal number) =>
        decimal.TryParse(Readable(value), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out number);

    private static string? Readable(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private T? Unreadable<T>(string name, JsonElement value, string what)
        where T : class
    {
        problems.Add(name, value, what);
        return null;
    }

    private T? UnreadableValue<T>(string name, JsonElement value, string what)
        where T : struct
    {
        problems.Add(name, value, what);
        return null;
    }
}
