namespace PaperGraph.Sources.Links;

public sealed class CodePromiseFinderTests
{
    [Theory]
    [InlineData("It folds. «Our code will be released upon acceptance.» Maps fold, too.")]
    [InlineData("It folds maps, e.g. atlases.\n\n«Code, e.g. models, will be available at https://map-lab.github.io/fold.»")]
    [InlineData("«To help others, we will open-source our dataset and code»")]
    [InlineData("«Code is coming soon!» Really?")]
    [InlineData("It folds. «The source code and models will be made publicly available soon.»")]
    [InlineData("«Codes to be released soon.»")]
    [InlineData("«Code will be available at the project page.»")]
    [InlineData("«The code is coming soon.»")]
    [InlineData("«We plan to release all models and the code later.» Others do not.")]
    public void A_promise_stands_in_its_sentence(string marked)
    {
        var start = marked.IndexOf('«', StringComparison.Ordinal);
        var length = marked.IndexOf('»', StringComparison.Ordinal) - start - 1;
        var text = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);

        CodePromiseFinder.FindSentence(text).ShouldBe(new FoundPromise(start, length, text.Substring(start, length)));
    }

    [Theory]
    [InlineData("The code is available at https://github.com/map-lab/fold.")]
    [InlineData("We release our code and models.")]
    [InlineData("The model will be available to users of the code.")]
    [InlineData("Codebooks will be learned.")]
    public void What_is_given_or_not_code_is_no_promise(string text) => CodePromiseFinder.FindSentence(text).ShouldBeNull();
}
