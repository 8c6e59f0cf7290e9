using System.Numerics;
using PaperGraph.Concepts.Tagging;

namespace PaperGraph.Concepts.Text;

/// <summary>
/// Values by the hashes of words. Open addressing in one array: a lookup touches one line of the processor's cache, or two. Words with one
/// hash are one: with ten thousand in the table, a word that is not takes the value of one by a chance of 1 in 400,000.
/// </summary>
internal sealed class HashedTable<TValue>
    where TValue : struct
{
    private readonly (uint Hash, bool IsTaken, TValue Value)[] slots;

    /// <exception cref="InvalidDataException">Two of the hashes are equal.</exception>
    public HashedTable(IReadOnlyCollection<KeyValuePair<uint, TValue>> values)
    {
        slots = new (uint, bool, TValue)[BitOperations.RoundUpToPowerOf2(2 * (uint)values.Count + 1)];
        foreach (var (hash, value) in values)
        {
            ref var slot = ref slots[FindSlot(hash)];
            if (slot.IsTaken) throw new InvalidDataException($"Two words have the hash {hash:x8}. Leave one of them out.");
            slot = (hash, true, value);
        }
    }

    /// <summary>The values by the hashes of the words.</summary>
    public static HashedTable<TValue> FromWords(IEnumerable<KeyValuePair<string, TValue>> words) =>
        new([.. words.Select(word => KeyValuePair.Create(FeatureHash.Compute(word.Key), word.Value))]);

    public bool TryGetValue(uint hash, out TValue value)
    {
        ref readonly var slot = ref slots[FindSlot(hash)];
        value = slot.Value;
        return slot.IsTaken;
    }

    /// <summary>Where a hash stands, or would: at its last bits or behind them, up to an empty slot.</summary>
    private int FindSlot(uint hash)
    {
        var mask = slots.Length - 1;
        var at = (int)hash & mask;
        while (slots[at].IsTaken && slots[at].Hash != hash) at = (at + 1) & mask;
        return at;
    }
}
