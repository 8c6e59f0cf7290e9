using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Concepts.Collection;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Collection;

public sealed class PackedNamesTests
{
    [Fact]
    public void What_is_unpacked_is_what_was_packed()
    {
        var texts = new RepeatedTexts();
        var seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(seeds, seed =>
        {
            var paper = Paper(new Random(seed));
            Tell(PackedNames.Unpack(paper.PaperId, PackedNames.Pack(paper), texts)).ShouldBe(Tell(paper));
        }));
    }

    [Fact]
    public void What_was_cut_off_or_is_of_another_version_is_not_taken_for_names()
    {
        var packed = PackedNames.Pack(Paper(new Random(1)));
        for (var length = 0; length < packed.Length; length++)
            Should.Throw<InvalidDataException>(() => PackedNames.Unpack(1, packed.AsSpan(0, length), new RepeatedTexts()));
        packed[0]++;
        Should.Throw<InvalidDataException>(() => PackedNames.Unpack(1, packed, new RepeatedTexts()));
    }

    [Theory]
    [InlineData(ConceptKind.Method, TextField.Title, ConceptNameOrigin.Text, "00 00 00")]
    [InlineData(ConceptKind.Task, TextField.Abstract, ConceptNameOrigin.Name, "01 01 01")]
    [InlineData(ConceptKind.Dataset, TextField.Title, ConceptNameOrigin.Abbreviation, "02 00 02")]
    [InlineData(ConceptKind.Model, TextField.Title, ConceptNameOrigin.Vocabulary, "03 00 03")]
    [InlineData(ConceptKind.Metric, TextField.Title, ConceptNameOrigin.Text, "04 00 00")]
    [InlineData(ConceptKind.Other, TextField.Title, ConceptNameOrigin.Text, "05 00 00")]
    public void Kinds_fields_and_origins_are_stored_by_numbers_that_stay(
        ConceptKind kind, TextField field, ConceptNameOrigin origin, string expected)
    {
        var packed = PackedNames.Pack(new PaperNames(1, [new CountedName("", kind, 0, [new SurfaceCount("", 1, field, origin)])], []));

        // Format, names, key; kind; score, title, surfaces, surface and its count; field; origin; abbreviations.
        $"{packed[3]:x2} {packed[^3]:x2} {packed[^2]:x2}".ShouldBe(expected);
    }

    private static PaperNames Paper(Random random)
    {
        string Text() => string.Concat(Enumerable.Range(0, random.Next(random.Next(10) == 0 ? 400 : 12))
            .Select(_ => "aB é-\n∇𝒳漢0".EnumerateRunes().ElementAt(random.Next(10)).ToString()));
        return new PaperNames(
            random.NextInt64(),
            [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => new CountedName(
                Text(),
                (ConceptKind)random.Next(6),
                random.NextSingle(),
                [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new SurfaceCount(
                    Text(), random.Next(1, 300), (TextField)random.Next(2), (ConceptNameOrigin)random.Next(4)))])
            { OpensTitle = random.Next(2) == 0 })],
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => new AbbreviationPair(Text(), Text(), Text(), Text()))]);
    }

    private static string Tell(PaperNames paper) => string.Join('\n', paper.Names.Select(name =>
            $"{name.Key} {name.Kind} {name.Score:r} {name.OpensTitle} {string.Join(' ', name.Surfaces)}").Concat(
        paper.Abbreviations.Select(pair => pair.ToString())).Prepend($"{paper.PaperId}"));
}
