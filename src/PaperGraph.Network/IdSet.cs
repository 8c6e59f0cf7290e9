using System.Numerics;

namespace PaperGraph.Network;

/// <summary>
/// Some different ids in their order, each known by how many are smaller. A database gives ids nearly without gaps, so that they are kept
/// as one bit for each number from the smallest to the greatest; ids with wide gaps are kept as they are.
/// </summary>
internal sealed class IdSet
{
    private const int BitsPerWord = 64;
    private const int WordsPerBlock = 8;

    /// <summary>How many bits an id may cost: as many as it has itself.</summary>
    private const int MaxBits = 64;

    private readonly long first;
    private readonly ulong[] words = [];

    /// <summary>How many ids there are before each block of words, and how many in all.</summary>
    private readonly int[] before = [0];

    /// <summary>The ids, where they have wide gaps.</summary>
    private readonly long[]? sorted;

    /// <param name="ids">In any order.</param>
    public IdSet(IReadOnlyCollection<long> ids)
    {
        if (ids.Count == 0) return;
        first = ids.Min();
        var range = (UInt128)(ids.Max() - (Int128)first) + 1;
        if (range > (UInt128)ids.Count * MaxBits)
        {
            sorted = [.. ids.Distinct().Order()];
            return;
        }

        words = new ulong[(int)((ulong)range / BitsPerWord) + 1];
        foreach (var id in ids) words[(id - first) / BitsPerWord] |= 1ul << (int)((id - first) % BitsPerWord);
        before = new int[(words.Length - 1) / WordsPerBlock + 2];
        for (var word = 0; word < words.Length; word++)
            before[word / WordsPerBlock + 1] += BitOperations.PopCount(words[word]);
        for (var block = 1; block < before.Length; block++) before[block] += before[block - 1];
    }

    public int Count => sorted?.Length ?? before[^1];

    /// <summary>In bytes.</summary>
    public long Size => sizeof(long) * (words.LongLength + (sorted?.LongLength ?? 0)) + sizeof(int) * before.LongLength;

    /// <summary>How many ids are smaller than one of them; -1 for what is none.</summary>
    public int IndexOf(long id)
    {
        if (sorted is not null) return Math.Max(-1, Array.BinarySearch(sorted, id));
        if (id < first || (UInt128)(id - (Int128)first) / BitsPerWord >= (UInt128)words.Length) return -1;
        var word = (int)((id - first) / BitsPerWord);
        var bit = (int)((id - first) % BitsPerWord);
        if ((words[word] >> bit & 1) == 0) return -1;
        var index = before[word / WordsPerBlock];
        for (var other = word / WordsPerBlock * WordsPerBlock; other < word; other++) index += BitOperations.PopCount(words[other]);
        return index + BitOperations.PopCount(words[word] & ((1ul << bit) - 1));
    }

    /// <summary>The id of which so many are smaller.</summary>
    public long this[int index]
    {
        get
        {
            if (sorted is not null) return sorted[index];
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
            // The last block before which there are no more than that.
            var block = Array.BinarySearch(before, index);
            if (block < 0) block = ~block - 1;
            while (before[block + 1] == index) block++;
            var word = block * WordsPerBlock;
            var left = index - before[block];
            for (int count; (count = BitOperations.PopCount(words[word])) <= left; word++) left -= count;
            var bits = words[word];
            for (; left > 0; left--) bits &= bits - 1;
            return first + (long)word * BitsPerWord + BitOperations.TrailingZeroCount(bits);
        }
    }
}
