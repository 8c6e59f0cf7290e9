using System.ComponentModel.DataAnnotations;
using PaperGraph.Ingest.Fetching;

namespace PaperGraph.Commands;

/// <summary>What environment variables say of fetching, such as <c>Fetch__Contact</c>.</summary>
internal static class FetchSettings
{
    public const string Section = "Fetch";

    public static FetchOptions Read(string? contact = null)
    {
        FetchOptions settings;
        try
        {
            settings = new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection(Section).Get<FetchOptions>() ?? new();
        }
        catch (InvalidOperationException unreadable)
        {
            throw new CommandFailure(
                $"A setting of fetching cannot be read: {unreadable.Message} Mend or remove the variable.", unreadable);
        }
        if (contact is not null) settings.Contact = contact;
        try
        {
            Validator.ValidateObject(settings, new ValidationContext(settings), validateAllProperties: true);
        }
        catch (ValidationException wrong)
        {
            throw new CommandFailure($"A setting of fetching is wrong: {wrong.Message} Mend or remove the variable.", wrong);
        }
        return settings;
    }
}
