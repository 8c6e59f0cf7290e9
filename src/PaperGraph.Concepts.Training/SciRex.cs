using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Training;

/// <summary>A stretch of text with what is named in it.</summary>
internal sealed record AnnotatedText(string Text, IReadOnlyList<AnnotatedSpan> Spans);

/// <param name="Cluster">The entity, the same for all its mentions in a document; null where it is none that the paper's results are
/// about.</param>
internal sealed record AnnotatedSpan(int Start, int End, ConceptKind Kind, string? Cluster);

/// <param name="Sections">The first one is the title.</param>
internal sealed record AnnotatedDocument(IReadOnlyList<AnnotatedText> Sections);

/// <summary>
/// SciREX (Jain et al., ACL 2020): papers cut into words. The text is put together again with blanks, and none around the hyphens
/// of a word.
/// </summary>
internal static class SciRex
{
    public const string FileName = "scirex-229.jsonl.gz";

    /// <summary>How many documents of the file are learnt from; the others are for measuring.</summary>
    public const int TrainingDocuments = 180;

    public static List<AnnotatedDocument> Read(string folder) => [.. ReadJson(folder, Document)];

    public static IEnumerable<T> ReadJson<T>(string folder, Func<JsonElement, T> document)
    {
        using var file = File.OpenRead(Path.Combine(folder, FileName));
        using var zip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(zip);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return document(json.RootElement);
        }
    }

    private static AnnotatedDocument Document(JsonElement json)
    {
        var words = json.GetProperty("words").EnumerateArray().Select(word => word.GetString()!).ToArray();
        var mentions = json.GetProperty("ner").EnumerateArray()
            .Select(span => (Start: span[0].GetInt32(), End: span[1].GetInt32(), Kind: Kind(span[2].GetString()!)))
            .ToList();
        var clusters = new Dictionary<(int Start, int End), string>();
        foreach (var cluster in json.GetProperty("coref").EnumerateObject())
            foreach (var span in cluster.Value.EnumerateArray())
                clusters.TryAdd((span[0].GetInt32(), span[1].GetInt32()), cluster.Name);

        var sections = new List<AnnotatedText>();
        foreach (var section in json.GetProperty("sections").EnumerateArray())
        {
            var (first, end) = (section[0].GetInt32(), section[1].GetInt32());
            var (text, starts) = Join(words, first, end);
            var spans = mentions.Where(span => span.Start >= first && span.End <= end)
                .Select(span => new AnnotatedSpan(
                    starts[span.Start - first], starts[span.End - 1 - first] + words[span.End - 1].Length, span.Kind,
                    clusters.GetValueOrDefault((span.Start, span.End))));
            sections.Add(new AnnotatedText(text, [.. spans]));
        }

        return new AnnotatedDocument(sections);
    }

    /// <returns>The text, and where in it each of the words starts.</returns>
    public static (string Text, int[] Starts) Join(string[] words, int first, int end)
    {
        var text = new StringBuilder();
        var starts = new int[end - first];
        for (var i = first; i < end; i++)
        {
            var glued = i == first || words[i] == "-" && IsWord(words[i - 1]) && i + 1 < end && IsWord(words[i + 1])
                || words[i - 1] == "-" && i - 1 > first && IsWord(words[i - 2]) && IsWord(words[i])
                || words[i] is "." or "," or ")" or "]" or ";" or ":" or "?" || words[i - 1] is "(" or "[";
            if (!glued) text.Append(' ');
            starts[i - first] = text.Length;
            text.Append(words[i]);
        }

        return (text.ToString(), starts);
    }

    private static bool IsWord(string word) => char.IsLetterOrDigit(word[0]);

    private static ConceptKind Kind(string name) => name switch
    {
        "Material" => ConceptKind.Dataset,
        "Method" => ConceptKind.Method,
        "Metric" => ConceptKind.Metric,
        "Task" => ConceptKind.Task,
        _ => throw new InvalidDataException($"{FileName} holds a mention of the type {name}; Material, Method, Metric and Task are known."),
    };
}
