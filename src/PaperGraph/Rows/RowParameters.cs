using System.Globalization;
using System.Text.Json.Nodes;

namespace PaperGraph.Rows;

/// <summary>Reads the parameters of an address. One without a value is one that is not given.</summary>
internal sealed class RowParameters
{
    private static readonly string[] MomentFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    private static readonly long FirstMillisecond = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();

    private static readonly long LastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private readonly IQueryCollection query;

    /// <exception cref="RowProblemException">One is not known.</exception>
    public RowParameters(IQueryCollection query, IReadOnlyList<string> known)
    {
        this.query = query;
        if (query.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new RowProblemException($"There is no parameter {unknown}.") { Parameter = unknown, Allowed = known };
    }

    /// <summary>All values of a parameter that may be given more than once.</summary>
    public IReadOnlyList<string> Texts(string name) => [.. query[name].Where(text => !string.IsNullOrEmpty(text)).OfType<string>()];

    /// <summary>All values of a parameter that may be given more than once, or once with commas.</summary>
    public IReadOnlyList<string> List(string name) =>
        [.. Texts(name).SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <exception cref="RowProblemException">It is given more than once.</exception>
    public string? Text(string name) => Texts(name) switch
    {
        [] => null,
        [var text] => text,
        var several => throw new RowProblemException($"{name} is given {several.Count} times; give it once.") { Parameter = name },
    };

    /// <exception cref="RowProblemException">It is no whole number from <paramref name="min"/> to <paramref name="max"/>.</exception>
    public int? Number(string name, int min = 0, int max = int.MaxValue)
    {
        if (Text(name) is not { } text) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw Wrong(name, text, $"a whole number from {min} to {max}");
    }

    /// <exception cref="RowProblemException">It is neither true nor false.</exception>
    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var text => throw new RowProblemException($"{name} is {Quote(text)}; give true or false.")
        {
            Parameter = name,
            Allowed = ["true", "false"],
        },
    };

    /// <summary>A day, or a moment as the number of milliseconds since 1970.</summary>
    /// <exception cref="RowProblemException">It is neither.</exception>
    public JsonNode? Date(string name)
    {
        if (Text(name) is not { } text) return null;
        if (Milliseconds(text) is { } milliseconds) return milliseconds;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text
            : throw Wrong(name, text, "a day, as in 2025-06-18, or milliseconds since 1970");
    }

    /// <summary>A moment, by RFC 3339 or as the number of milliseconds since 1970.</summary>
    /// <exception cref="RowProblemException">It is neither.</exception>
    public JsonNode? Moment(string name)
    {
        if (Text(name) is not { } text) return null;
        if (Milliseconds(text) is { } milliseconds) return milliseconds;
        return DateTimeOffset.TryParseExact(text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            ? text
            : throw Wrong(
                name, text, "a moment, as in 2025-06-18T09:30:00Z or 2025-06-18T11:30:00%2B02:00, or milliseconds since 1970");
    }

    /// <summary>One of some names, without regard to case.</summary>
    /// <exception cref="RowProblemException">It is none of them.</exception>
    public static string Choose(string name, string text, IEnumerable<string> allowed) =>
        allowed.FirstOrDefault(known => known.Equals(text, StringComparison.OrdinalIgnoreCase))
        ?? throw new RowProblemException($"{name} has {Quote(text)}, which is none that it can have.")
        {
            Parameter = name,
            Allowed = allowed,
        };

    public static RowProblemException Wrong(string name, string text, string expected) =>
        new($"{name} is {Quote(text)}; give {expected}.") { Parameter = name };

    private static JsonValue? Milliseconds(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= FirstMillisecond && number <= LastMillisecond
            ? JsonValue.Create(number)
            : null;

    private static string Quote(string text) => $"\"{(text.Length > 100 ? $"{text[..100]}…" : text)}\"";
}
