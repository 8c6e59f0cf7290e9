using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PaperGraph.Sources.Generated;

/// <summary>Made-up papers as huggingface.co answers them, and as its Python client and pandas write them.</summary>
internal static class MadeHuggingFace
{
    public static string Write(IReadOnlyList<MadeReference> papers, Random random)
    {
        var isSnake = random.Next(2) == 0;
        var isPython = random.Next(3) == 0;
        var rows = papers.Select(paper => Row(paper, isSnake, random)).ToList();
        if (!isPython) return MadeFormat.Json(rows, random, isAscii: random.Next(2) == 0);
        var texts = rows.Select(row => MadeFormat.Mark + JsonValue.Create(Python(row)).ToJsonString());
        return random.Next(2) == 0 ? $"[{string.Join(",\n", texts)}]" : string.Join('\n', texts);
    }

    private static JsonObject Row(MadeReference paper, bool isSnake, Random random)
    {
        string Name(string camel) => isSnake ? Snake(camel) : camel;

        var inner = new JsonObject
        {
            ["id"] = paper.ArxivId,
            ["title"] = paper.Title.Replace(' ', random.Next(4) == 0 ? '\n' : ' '),
            ["summary"] = paper.Abstract,
            ["authors"] = Authors(paper, random),
            [Name("publishedAt")] = Time(paper.Day, random),
            ["upvotes"] = Count(paper.Upvotes, random),
            [Name("githubRepo")] = paper.Repository,
        };
        var comments = Count(paper.Comments, random);
        if (random.Next(3) == 0)
        {
            inner[Name("numComments")] = comments;
            return inner;
        }
        return new JsonObject
        {
            ["title"] = paper.Title.ToUpperInvariant(),
            [Name("numComments")] = comments,
            [Name("publishedAt")] = Time(paper.Day.AddDays(3), random),
            ["paper"] = random.Next(4) == 0 ? JsonValue.Create(Python(inner)) : inner,
        };
    }

    private static JsonNode Authors(MadeReference paper, Random random)
    {
        var authors = new JsonArray([.. paper.Names.Select(name => random.Next(4) == 0
            ? (JsonNode)JsonValue.Create(name)
            : new JsonObject { ["name"] = name, ["hidden"] = false, ["user"] = null })]);
        return random.Next(4) == 0 ? JsonValue.Create(Python(authors)) : authors;
    }

    private static JsonNode Count(int number, Random random) => random.Next(3) switch
    {
        0 => JsonNode.Parse($"{number}.0")!,
        1 => JsonValue.Create($"{number}"),
        _ => JsonValue.Create(number),
    };

    private static JsonNode Time(DateOnly day, Random random)
    {
        var moment = new DateTimeOffset(day, new TimeOnly(random.Next(24), random.Next(60)), TimeSpan.Zero);
        return random.Next(5) switch
        {
            0 => JsonValue.Create(moment.ToUnixTimeMilliseconds()),
            1 => JsonNode.Parse($"{moment.ToUnixTimeSeconds()}.0")!,
            2 => JsonValue.Create(moment.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture)),
            3 => JsonValue.Create(MadeFormat.Iso(day)),
            _ => JsonValue.Create(moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
        };
    }

    /// <summary>As Python prints its dictionaries, lists and texts.</summary>
    private static string Python(JsonNode? value)
    {
        switch (value)
        {
            case null: return "None";
            case JsonObject fields:
                var pairs = fields.Select(field => $"{Python(JsonValue.Create(field.Key))}: {Python(field.Value)}");
                return "{" + string.Join(", ", pairs) + "}";
            case JsonArray items: return "[" + string.Join(", ", items.Select(Python)) + "]";
        }
        return value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.True => "True",
            System.Text.Json.JsonValueKind.False => "False",
            System.Text.Json.JsonValueKind.String => Quoted(value.GetValue<string>()),
            _ => value.ToJsonString(),
        };
    }

    private static string Quoted(string text)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) ? '"' : '\'';
        return quote + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace($"{quote}", $"\\{quote}", StringComparison.Ordinal) + quote;
    }

    private static string Snake(string camel)
    {
        var name = new StringBuilder();
        foreach (var letter in camel)
        {
            if (char.IsAsciiLetterUpper(letter)) name.Append('_');
            name.Append(char.ToLowerInvariant(letter));
        }
        return name.ToString();
    }
}
