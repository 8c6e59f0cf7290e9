using PaperGraph.Sources.Json;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.HuggingFace;

/// <summary>What one element of a list of papers gives: a paper with its problems, or a problem alone.</summary>
internal static class HuggingFaceRow
{
    private const string NoPaper = "This element is no paper of Hugging Face: it has no title, or no “paper” or “id”.";

    /// <summary>What each element of a slice gives: one, or the rows of a table, or where one is broken, those behind it too.</summary>
    /// <param name="before">How many elements stand before it.</param>
    public static IEnumerable<List<SourceItem>> ReadAll(RecordSlice slice, int before, string source, string name)
    {
        foreach (var element in ColumnOrientation.Rows(slice))
        {
            var items = Read(element, ++before, source, name);
            yield return items;
            if (items is not [ReadProblem]) continue;
            foreach (var follower in BrokenElement.Followers(element)) yield return Read(follower, ++before, source, name);
        }
    }

    /// <param name="source">The name of the format.</param>
    /// <param name="name">The name of the file.</param>
    public static List<SourceItem> Read(RecordSlice slice, int rank, string source, string name)
    {
        ReadProblem Problem(RecordSlice at, string words, string message, string advice) => new()
        {
            Source = source,
            File = name,
            Line = at.Line,
            Column = at.Column,
            Words = words,
            Message = message,
            Advice = advice,
        };
        ReadProblem Unreadable(JsonRow row) => Problem(row.Slice, row.Slice.Words, row.Message, row.Advice) with { IsRecord = true };

        var row = JsonRow.Parse(slice);
        try
        {
            if (row.Element is not { } element) return [Unreadable(row)];
            var problems = new FieldProblemCollector();
            var paper = HuggingFacePaper.From(element, problems)?.Read(rank);
            var told = problems.All.Select(problem => Problem(slice, problem.Words, problem.Message, problem.Advice)).ToList();
            if (paper is not null) return [new PaperRecord(paper, slice.Line), .. told];
            if (told.Count == 0)
                told.Add(Problem(slice, row.Slice.Words, NoPaper, "Give the answer of huggingface.co/api/daily_papers."));
            return [told[0] with { IsRecord = true }, .. told.Skip(1)];
        }
        catch (InvalidOperationException)
        {
            return [Unreadable(JsonRow.HalfCharacter(slice))];
        }
    }
}
