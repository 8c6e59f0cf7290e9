using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperGraph.Sources.Generated;

/// <summary>Writes made-up papers in a format, in any of the ways in which that may be written.</summary>
/// <param name="Lacks">The facts that it has no place for, by the names of <see cref="MadeReference"/>.</param>
/// <param name="Write">Each record of the text begins behind one of the papers' marks, see <see cref="Mark"/>.</param>
internal sealed record MadeFormat(string Name, string[] Lacks, Func<IReadOnlyList<MadeReference>, Random, string> Write)
{
    /// <summary>Stands in front of each record, and is taken out of the text again; where it stood, the record begins.</summary>
    public const char Mark = '\uE000';

    public static IReadOnlyList<MadeFormat> All { get; } =
    [
        new("bibtex", ["Upvotes", "Comments"], MadeLibrary.BibTex),
        new("ris", ["Upvotes", "Comments"], MadeLibrary.Ris),
        new("refer", ["Upvotes", "Comments"], MadeLibrary.Refer),
        new("medline", ["Upvotes", "Comments"], MadeLibrary.Medline),
        new("csv", ["Upvotes", "Comments"], MadeLibrary.Table),
        new("csl-json", ["Upvotes", "Comments"], MadeLibrary.CslJson),
        new("zotero", ["Upvotes", "Comments"], MadeLibrary.Zotero),
        new("hf-json", ["Doi"], MadeHuggingFace.Write),
        new("arxiv-atom", ["Upvotes", "Comments"], MadeArxiv.Atom),
        new("arxiv-oai", ["Upvotes", "Comments"], MadeArxiv.Oai),
        new("arxiv-snapshot", ["Upvotes", "Comments"], MadeArxiv.Snapshot),
        new("openalex", ["Upvotes", "Comments"], MadeIndexes.OpenAlex),
        new("semantic-scholar", ["Upvotes", "Comments"], MadeIndexes.SemanticScholar),
        new("papers-with-code", ["Doi", "Upvotes", "Comments"], MadeIndexes.PapersWithCode),
    ];

    /// <summary>An array, one object to a line, or a list within an answer: as JSON may be given and the format has it.</summary>
    public static string Json(IEnumerable<JsonObject> rows, Random random, bool isAscii, params string[] containers)
    {
        var options = new JsonSerializerOptions
        {
            WriteIndented = random.Next(2) == 0,
            Encoder = isAscii
                ? System.Text.Encodings.Web.JavaScriptEncoder.Default
                : System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        var texts = rows.Select(row => Mark + Shuffled(row, random).ToJsonString(options)).ToList();
        var form = random.Next(containers.Length > 0 ? 3 : 2);
        if (form == 0) return "[" + string.Join(random.Next(2) == 0 ? "," : " ,\r\n", texts) + "]\n";
        if (form == 1) return string.Join('\n', texts.Select(text => text.ReplaceLineEndings(" "))) + "\n";
        return $"{{{containers[0]}, \"{containers[1]}\": [{string.Join(",\n", texts)}]}}";
    }

    /// <summary>The order of fields is no contract.</summary>
    private static JsonObject Shuffled(JsonObject row, Random random)
    {
        var fields = row.ToList();
        row.Clear();
        return new JsonObject(fields.OrderBy(_ => random.Next()));
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
