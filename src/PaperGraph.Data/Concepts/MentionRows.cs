using PaperGraph.Data.Stages;
using PaperGraph.Model;

namespace PaperGraph.Data.Concepts;

/// <summary>A mention as an extractor found it, to be stored as a <see cref="Mention"/>.</summary>
public sealed record MentionRow(
    TextField Field, int Start, int Length, string Surface, string Key, ConceptKind Kind, float Score, ConceptNameOrigin Origin);

/// <summary>A definition as an extractor found it, to be stored as an <see cref="Abbreviation"/>.</summary>
public sealed record AbbreviationRow(string ShortForm, string LongForm, string ShortKey, string LongKey);

/// <summary>All that an extractor found in the text of one paper.</summary>
/// <param name="Mentions">The mentions in the order of the text, those of the title first.</param>
/// <param name="Names">What is stored as <see cref="StoredNames.Packed"/>.</param>
/// <param name="LookupKeys">What is stored as <see cref="StoredNames.LookupKeys"/>.</param>
public sealed record PaperMentions(
    long PaperId, IReadOnlyList<MentionRow> Mentions, IReadOnlyList<AbbreviationRow> Abbreviations, byte[] Names,
    int[] LookupKeys)
{
    /// <summary>The digest of the rows of mentions that a resolution gives concepts to.</summary>
    public long DigestBy(RowDigest digest)
    {
        foreach (var mention in Mentions) digest.Add(mention.Field).Add(mention.Start).Add(mention.Length).Add(mention.Key);
        return digest.Take();
    }
}
