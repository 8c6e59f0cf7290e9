using System.Collections;
using System.Collections.Concurrent;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// The names of papers of which the bytes alone are kept, wherever that is: about a kilobyte a paper in place of eight. A paper is unpacked
/// whenever it is asked for, by many threads at once.
/// </summary>
/// <param name="papers">Asked for one of them whenever that is needed.</param>
public sealed class UnpackedNames(IReadOnlyList<PackedPaper> papers) : IReadOnlyList<PaperNames>
{
    /// <summary>As many as threads have asked at once.</summary>
    private readonly ConcurrentBag<RepeatedTexts> texts = [];

    public int Count => papers.Count;

    /// <exception cref="InvalidDataException">Another version stored them, or they were cut off.</exception>
    public PaperNames this[int index]
    {
        get
        {
            if (!texts.TryTake(out var repeated)) repeated = new RepeatedTexts();
            var names = PackedNames.Unpack(papers[index].PaperId, papers[index].Packed, repeated);
            texts.Add(repeated);
            return names;
        }
    }

    public IEnumerator<PaperNames> GetEnumerator()
    {
        for (var i = 0; i < papers.Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <param name="Packed">See <see cref="PackedNames"/>.</param>
public readonly record struct PackedPaper(long PaperId, byte[] Packed);
