using System.Collections;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// The names of papers of which the bytes alone are kept: about a kilobyte a paper in place of eight. A paper is unpacked whenever it is
/// asked for, by one thread at a time.
/// </summary>
/// <param name="texts">Where their names are kept, each once.</param>
public sealed class UnpackedNames(IReadOnlyList<PackedPaper> papers, RepeatedTexts texts) : IReadOnlyList<PaperNames>
{
    public int Count => papers.Count;

    /// <exception cref="InvalidDataException">Another version stored them, or they were cut off.</exception>
    public PaperNames this[int index]
    {
        get
        {
            lock (texts) return PackedNames.Unpack(papers[index].PaperId, papers[index].Packed, texts);
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
