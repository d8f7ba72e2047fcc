using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kept.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Outbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "work_outbox",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    sent = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parked = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    trouble = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_outbox", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_work_outbox_key",
                table: "work_outbox",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_outbox_next",
                table: "work_outbox",
                column: "next");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "work_outbox");
        }
    }
}
