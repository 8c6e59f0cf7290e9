using System.Runtime.InteropServices;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tagging;

/// <summary>How often a paper uses a form, and whether its title does.</summary>
internal readonly record struct WordUse(int Count, bool InTitle);

/// <summary>The distinct forms of a paper's words, numbered as they come, and how often it uses each; forms go by their hashes.</summary>
internal sealed class PaperWordCounts
{
    private const int UsualForms = 160;

    private readonly Dictionary<uint, int> numbers = new(UsualForms);
    private readonly List<WordUse> uses = new(UsualForms);
    private readonly List<(AnalyzedField Field, int[] Numbers)> texts = [];

    public PaperWordCounts(IEnumerable<AnalyzedField> fields)
    {
        foreach (var field in fields)
        {
            var numbersOfParts = new int[field.Parts.Count];
            for (var i = 0; i < numbersOfParts.Length; i++)
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, field.Parts[i].Hash, out var isKnown);
                if (!isKnown)
                {
                    number = uses.Count;
                    uses.Add(default);
                }

                numbersOfParts[i] = number;
                uses[number] = new WordUse(uses[number].Count + 1, uses[number].InTitle || field.Field == TextField.Title);
            }

            texts.Add((field, numbersOfParts));
        }
    }

    /// <summary>How many distinct forms there are.</summary>
    public int Forms => uses.Count;

    /// <summary>The uses of the form with this number.</summary>
    public WordUse this[int number] => uses[number];

    /// <summary>The number of a form that the paper uses.</summary>
    public int GetNumber(uint hash) => numbers[hash];

    /// <summary>For each part of one of the texts, the number of its form.</summary>
    public int[] GetNumbers(AnalyzedField field) => texts.Find(text => ReferenceEquals(text.Field, field)).Numbers;
}
