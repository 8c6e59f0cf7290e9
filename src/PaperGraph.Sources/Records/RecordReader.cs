using System.Runtime.CompilerServices;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.Records;

/// <summary>
/// Reads inputs that are records one after the other, none of which says anything of the others. The input is one page; it is read once
/// for its hash and once for its records, and no more of it is kept than one record.
/// </summary>
internal abstract class RecordReader : IPaperReader
{
    public abstract SourceFormat Format { get; }

    public abstract bool Accepts(Probe probe);

    /// <summary>The records in their order, with what stands between them and could not be read.</summary>
    protected abstract IAsyncEnumerable<SourceRecord> ReadRecordsAsync(
        Input input, ReadOptions options, CancellationToken cancellationToken);

    public async IAsyncEnumerable<SourceItem> ReadAsync(
        Input input, string name, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new PageRecord
        {
            Source = Format.Name,
            Name = name,
            Hash = await ContentHash.ComputeAsync(input.Open(), cancellationToken),
            SavedOn = options.AsOf,
            WrittenAt = options.WrittenAt,
        };
        var (rank, isBegun, withheld) = (0, false, 0);
        var before = new List<ReadProblem>();
        await foreach (var record in ReadRecordsAsync(input, options, cancellationToken))
        {
            rank++;
            var item = record.Item(rank);
            if (item is not null)
            {
                if (!isBegun)
                {
                    isBegun = true;
                    yield return page;
                    foreach (var problem in before) yield return problem;
                }
                yield return item;
            }
            foreach (var problem in record.Problems.Select((problem, i) => Told(problem, name, item is null && i == 0)))
            {
                if (isBegun) yield return problem;
                else if (before.Count < options.MaxProblems) before.Add(problem);
                else withheld++;
            }
        }

        // An input without papers is a page where nothing is wrong with it: the answer to a question that finds none.
        if (!isBegun && before.Count == 0) yield return page;
        if (!isBegun) foreach (var problem in before) yield return problem;

        // So many are told that PaperReaders only counts these, whatever they say.
        for (; withheld > 0; withheld--) yield return before[^1];
    }

    private ReadProblem Told(RecordProblem problem, string name, bool isRecord) => new()
    {
        Source = Format.Name,
        File = name,
        Line = problem.Line,
        Column = problem.Column,
        Words = problem.Words,
        Message = problem.Message,
        Advice = problem.Advice,
        IsRecord = isRecord && problem.Line is not null,
    };
}
