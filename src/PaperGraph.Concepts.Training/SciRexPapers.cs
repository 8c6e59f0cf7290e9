using System.Text.Json;

namespace PaperGraph.Concepts.Training;

/// <summary>A paper of SciREX as far as its title and abstract, and what its results are about.</summary>
/// <param name="Results">Pairs of a task and a dataset: papers that share one are related.</param>
internal sealed record ComparedPaper(PaperText Text, IReadOnlySet<(string Task, string Dataset)> Results);

/// <summary>The same documents as <see cref="SciRex"/>, read for which of them are related.</summary>
internal static class SciRexPapers
{
    /// <summary>Where a file does not say where the abstract ends, so many words are taken for it.</summary>
    private const int MaxWords = 300;

    /// <summary>A first section of so few words is a title alone: the abstract is the next section.</summary>
    private const int TitleWords = 40;

    public static List<ComparedPaper> Read(string folder) => [.. SciRex.ReadJson(folder, Paper)];

    private static ComparedPaper Paper(JsonElement json)
    {
        var words = json.GetProperty("words").EnumerateArray().Select(word => word.GetString()!).ToArray();
        var sections = Spans(json.GetProperty("sections"));
        var title = Spans(json.GetProperty("sentences"))[0];
        var end = sections[0].End - sections[0].Start < TitleWords && sections.Count > 1 ? sections[1].End : sections[0].End;
        end = Math.Min(end, MaxWords);
        title = (SkipHeading(words, title.Start, title.End), Math.Min(title.End, end));
        var body = SkipHeading(words, title.End, end);
        return new ComparedPaper(
            new PaperText(SciRex.Join(words, title.Start, title.End).Text, body < end ? SciRex.Join(words, body, end).Text : null),
            json.GetProperty("n_ary_relations").EnumerateArray()
                .Select(result => (result.GetProperty("Task").GetString()!, result.GetProperty("Material").GetString()!)).ToHashSet());
    }

    /// <summary>"document :", "section : Abstract" are the file's words, not the paper's.</summary>
    private static int SkipHeading(string[] words, int start, int end)
    {
        if (start + 1 < end && words[start] is "document" or "section" && words[start + 1] == ":") start += 2;
        while (start < end && words[start].ToUpperInvariant() is "ABSTRACT" or "-" or "." or ":") start++;
        return start;
    }

    private static List<(int Start, int End)> Spans(JsonElement spans) =>
        [.. spans.EnumerateArray().Select(span => (span[0].GetInt32(), span[1].GetInt32()))];
}
