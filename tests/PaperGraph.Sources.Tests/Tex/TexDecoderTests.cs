namespace PaperGraph.Sources.Tex;

public sealed class TexDecoderTests
{
    [Theory]
    [InlineData(@"Garc{\'\i}a, Jos\'e, P\'{a}l Erd\H{o}s", "García, José, Pál Erdős")]
    [InlineData(@"\.{I}smail {\c{C}}elik, {\v S}kerl, \'{S}wi\k{a}tek, \r{A}ke, \d{H}asan, \b{d}", "İsmail Çelik, Škerl, Świątek, Åke, Ḥasan, ḏ")]
    [InlineData(@"Nguy{\~{\^e}}n, H\`{\^o}ng, V{\~u} Th{\d{\^e}}, {\'{\u{a}}}", "Nguyễn, Hồng, Vũ Thệ, ắ")]
    [InlineData(@"\'{\ae}, \={\i}, \^{\j}", "ǽ, ī, ĵ")]
    [InlineData(@"\'{\alpha}, \""{\textbf{u}}, \t{oo}, \'1", @"\alpha, u, oo, 1")]
    [InlineData(@"{\itshape E. coli} and {\bfseries others}, 5~\textmu{}m", "E. coli and others, 5 µm")]
    [InlineData(@"$s = 13$\,TeV, i.\,e.\:wide, of\!fice, super\-fluid, \&, \_", "$s = 13$ TeV, i. e. wide, office, superfluid, &, _")]
    public void Letters_are_decoded(string text, string letters) => TexDecoder.Decode(text).ShouldBe(letters);

    [Fact]
    public void An_accent_before_an_emoji_does_no_harm() => TexDecoder.Decode("\\'\U0001F600").ShouldBe("\U0001F600");

    [Fact]
    public void Accents_without_end_are_read() =>
        TexDecoder.Decode(string.Concat(Enumerable.Repeat(@"\'", 200_000)) + "e").ShouldNotBeNull();
}
