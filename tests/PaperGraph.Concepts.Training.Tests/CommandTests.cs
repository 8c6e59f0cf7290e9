using System.CommandLine;

namespace PaperGraph.Concepts.Training.Tests;

public sealed class CommandTests
{
    [Theory]
    [InlineData("evaluate")]
    [InlineData("evaluate", "")]
    [InlineData("evaluate", "nowhere")]
    [InlineData("evaluate", ".", "--link", "-1")]
    [InlineData("train", ".")]
    [InlineData("train", "nowhere", ".")]
    public void Wrong_use_is_told(params string[] arguments)
    {
        var (exitCode, _, error) = Run(arguments);

        exitCode.ShouldNotBe(0);
        error.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_folder_without_the_data_is_told()
    {
        var (exitCode, output, error) = Run("evaluate", AppContext.BaseDirectory);

        exitCode.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldContain("neither concepts-data/ nor hf-daily/");
    }

    private static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var command = new RootCommand { new EvaluateCommand(), new TrainCommand() };
        var exitCode = command.Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (exitCode, output.ToString(), error.ToString());
    }
}
