using PaperGraph.Concepts.Text;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Vocabulary;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Names = new(
        ConceptVocabulary.Create(
        [
            new VocabularyEntry("Language Model", ConceptKind.Model, ["LM"], [], "test"),
            new VocabularyEntry("Large Language Model", ConceptKind.Model, ["LLM"], [], "test"),
            new VocabularyEntry("ALIGN", ConceptKind.Model, [], [], "test"),
            new VocabularyEntry("Cascade", ConceptKind.Model, [], [], "test"),
            new VocabularyEntry("Pruning", ConceptKind.Method, [], [], "test"),
            new VocabularyEntry("GloveBox-2", ConceptKind.Dataset, [], [], "test"),
        ]),
        CommonWords.Generic);

    private static readonly Gazetteer Shipped = new(ConceptVocabulary.Default, CommonWords.Generic);

    /// <summary>Short names and names that are words: with the sense, and without.</summary>
    [Theory]
    [InlineData("We prompt SAM with boxes.", "Segment Anything Model")]
    [InlineData("Then Sam left the room.", "")]
    [InlineData("Our RAG pipeline answers.", "Retrieval-Augmented Generation")]
    [InlineData("A rag doll falls.", "")]
    [InlineData("The angle phi is small.", "")]
    [InlineData("We train ACT on demonstrations.", "Action Chunking Transformer")]
    [InlineData("We act on it, as the Act demands.", "")]
    [InlineData("We ask Claude and Grok to judge.", "Claude, Grok")]
    [InlineData("They grok it late.", "")]
    [InlineData("We train on data of Orca.", "Orca")]
    [InlineData("An orca swims.", "")]
    [InlineData("Speech is transcribed by Whisper first.", "Whisper")]
    [InlineData("They whisper to it.", "")]
    [InlineData("We compare against Flamingo.", "Flamingo")]
    [InlineData("A flamingo stands.", "")]
    [InlineData("Videos made by Sora look real.", "Sora")]
    [InlineData("We tune Llama on it.", "LLaMA")]
    [InlineData("A llama eats.", "")]
    [InlineData("Images are embedded with CLIP.", "CLIP")]
    [InlineData("We clip the gradients.", "")]
    [InlineData("It scores 50 on MATH, on DROP and on RACE.", "MATH, DROP, RACE")]
    [InlineData("The math is easy, scores drop and a race begins.", "")]
    [InlineData("Scores on GLUE and WISE.", "GLUE, WISE")]
    [InlineData("The glue was a wise choice.", "")]
    [InlineData("We tune Qwen3-8B and Llama-3.1-8B-Instruct.", "Qwen3, LLaMA 3.1")]
    public void Names_that_are_words_are_found_where_they_are_names(string text, string expected)
    {
        var tokens = Tokenizer.Tokens(text);
        string.Join(", ", Shipped.Find(text, tokens, WordPart.Split(tokens), isTitleCase: false).Select(hit => hit.Entry.Name))
            .ShouldBe(expected);
    }

    /// <summary>Everyday words and phrases: in the context that makes names of them, and without.</summary>
    [Theory]
    [InlineData("Its attention modules agree.", "Attention Mechanism")]
    [InlineData("Softmax of attention is costly.", "Attention Mechanism")]
    [InlineData("Routers attracted much attention.", "")]
    [InlineData("Transformers have drawn attention lately.", "Transformer")]
    [InlineData("Pay attention to layers.", "")]
    [InlineData("A recommendation algorithm ranks songs.", "Recommendation")]
    [InlineData("We end with recommendations for practice.", "")]
    [InlineData("We study the calibration of its confidence.", "Calibration")]
    [InlineData("The calibration of cameras is slow.", "")]
    [InlineData("Linear regression and trees.", "Linear Regression")]
    [InlineData("It fits regression models.", "Regression")]
    [InlineData("The update caused a regression.", "")]
    [InlineData("We train linear probing heads.", "Linear Probing")]
    [InlineData("We end by probing how users feel.", "")]
    [InlineData("Clips are fed into All-in-One first.", "All-in-One")]
    [InlineData("An all-in-one toolkit.", "")]
    [InlineData("We lean on proofs in Lean daily.", "Lean 4")]
    [InlineData("We command a robot.", "")]
    [InlineData("We tune Command R and Command-A daily.", "Command R, Command A")]
    [InlineData("Trained on The Pile and Common Voice.", "The Pile, Common Voice")]
    [InlineData("Beside the pile, with a common voice.", "")]
    [InlineData("A retriever and a Verifier.", "Retriever, Verifier")]
    [InlineData("Some models do not answer at all.", "")]
    [InlineData("Safety is measured on Do-Not-Answer and do-not-answer.", "Do-Not-Answer, Do-Not-Answer")]
    [InlineData("We make a video of matrix games in an office home.", "")]
    [InlineData("Tested on Office Home and Office-Home.", "Office-Home, Office-Home")]
    [InlineData("These variants all reduce the cost.", "")]
    [InlineData("An all-reduce over NCCL.", "All-Reduce")]
    [InlineData("The diffusion of heat and news.", "")]
    [InlineData("It denoises images by diffusion.", "Diffusion Model")]
    [InlineData("Student dropout at school.", "")]
    [InlineData("Dropout of neurons, and dubbing it so.", "Dropout")]
    [InlineData("The locomotion of snails.", "")]
    [InlineData("Habitat is lost. Kinetics matter. Magma flows.", "")]
    [InlineData("We train agents in Habitat and with Kinetics daily.", "Habitat, Kinetics")]
    [InlineData("It varies from image to image.", "")]
    [InlineData("Stored in a Gen2 lake; videos of Gen-2 are short.", "Gen-2")]
    [InlineData("A cross encoder ranks, a cross-encoder too.", "Cross-Encoder, Cross-Encoder")]
    public void Everyday_words_are_names_in_their_context(string text, string expected)
    {
        var tokens = Tokenizer.Tokens(text);
        string.Join(", ", Shipped.Find(text, tokens, WordPart.Split(tokens), isTitleCase: false).Select(hit => hit.Entry.Name))
            .ShouldBe(expected);
    }

    [Theory]
    [InlineData("we train large language models", "Large Language Model")]
    [InlineData("two LLMs and one LM", "Large Language Model, Language Model")]
    [InlineData("large-language-model based", "Large Language Model")]
    [InlineData("we align the two", "")]
    [InlineData("against ALIGN and others", "ALIGN")]
    [InlineData("music by Cascade and others", "Cascade")]
    [InlineData("a cascade", "")]
    [InlineData("Cascade is how it falls", "")]
    [InlineData("pruning, and Pruning", "Pruning, Pruning")]
    [InlineData("on GloveBox-2", "GloveBox-2")]
    [InlineData("on GloveBox-2-Hard", "")]
    [InlineData("LLM-based", "Large Language Model")]
    [InlineData("LLM-7B", "Large Language Model")]
    public void Names_are_found_in_their_spelling(string text, string expected)
    {
        var tokens = Tokenizer.Tokens(text);
        var hits = Names.Find(text, tokens, WordPart.Split(tokens), isTitleCase: false);
        string.Join(", ", hits.Select(hit => hit.Entry.Name)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Please Do Not Answer Rocks That Call", true, "")]
    [InlineData("Rocks on Do-Not-Answer and Other Lists", true, "Do-Not-Answer")]
    [InlineData("rocks on Do Not Answer and other lists", false, "Do-Not-Answer")]
    public void In_a_title_capitals_stand_for_no_hyphens(string text, bool isTitleCase, string expected)
    {
        var tokens = Tokenizer.Tokens(text);
        var hits = new Gazetteer(ConceptVocabulary.Default, CommonWords.Generic).Find(text, tokens, WordPart.Split(tokens), isTitleCase);
        string.Join(", ", hits.Select(hit => hit.Entry.Name)).ShouldBe(expected);
    }

    [Fact]
    public void In_a_title_a_capital_makes_no_name()
    {
        const string title = "The Loudest Cascade in Town";
        var tokens = Tokenizer.Tokens(title);
        Names.Find(title, tokens, WordPart.Split(tokens), isTitleCase: true).ShouldBeEmpty();
    }
}
