using Kept.Web.Commands;

return await KeptCommand.Run(args);

/// <summary>The program: see <see cref="KeptCommand"/> for what it can be asked.</summary>
public partial class Program;
