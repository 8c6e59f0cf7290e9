using PaperGraph.Concepts.Collection;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Collection;

public sealed class NameExpansionTests
{
    [Theory]
    [InlineData("RoTok", "RoTok", "rotated tokenizer")]
    [InlineData("RoTok", "ROTok", "rotated tokenizer")]
    [InlineData("QX8", "QX8s", "8-bit quantities")]
    [InlineData("RSTM", "RSTM", "rock and stone test of minds")]
    [InlineData("AROS", "AROS", "All Rocks Of Scotland")]
    public void A_definition_spells_out_a_short_name_that_the_vocabulary_knows(string entry, string shortForm, string longForm) =>
        SpellsOut(Entry(entry), shortForm, longForm).ShouldBeTrue();

    [Theory]
    [InlineData("BOLD", "BOLD", "balanced online distillation")]
    [InlineData("BOLD", "BOLD", "BalancEd OnLine Distillation")]
    [InlineData("Basalt", "Basalt", "base alignment of tokens")]
    [InlineData("RoTo", "ROTO", "Rotated Tokens")]
    [InlineData("Rock", "ROCK", "Rough Outline of Complete Knowledge")]
    public void What_is_only_called_alike_is_something_else(string entry, string shortForm, string longForm) =>
        SpellsOut(Entry(entry), shortForm, longForm).ShouldBeFalse();

    [Fact]
    public void A_paper_that_opens_its_title_with_the_name_makes_one_of_its_own() =>
        SpellsOut(Entry("AROS"), "AROS", "All Rocks Of Scotland", opensTitle: true).ShouldBeFalse();

    [Fact]
    public void An_entry_whose_long_form_is_known_is_spelt_out_by_that_alone() =>
        SpellsOut(Entry("RoTok", "rotary tokens"), "RoTok", "rotated tokenizer").ShouldBeFalse();

    private static VocabularyEntry Entry(string name, params string[] aliases) => new(name, ConceptKind.Dataset, aliases, [], "test");

    private static bool SpellsOut(VocabularyEntry entry, string shortForm, string longForm, bool opensTitle = false)
    {
        var pair = new AbbreviationPair(shortForm, longForm, ConceptKey.Create(shortForm), ConceptKey.Create(longForm));
        var name = new CountedName(
            pair.ShortKey, ConceptKind.Dataset, 1, [new SurfaceCount(shortForm, 1, TextField.Title, ConceptNameOrigin.Abbreviation)])
        {
            OpensTitle = opensTitle,
        };
        return NameExpansion.SpellsOut(entry, pair, new PaperNames(1, [name], [pair]));
    }
}
